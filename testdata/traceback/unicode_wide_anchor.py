名前 = {"キー": 1}
print(名前["キー"], flush=True); x = 名前["無い"]
