price = "12.50"
print(f"{price:.2f}")

