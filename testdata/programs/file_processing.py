import os, io, json
base = os.environ["TMPDIR"]
path = os.path.join(base, "log.txt")
entries = [("INFO", "start"), ("WARN", "disk 91%"), ("ERROR", "disk full"), ("INFO", "cleanup"), ("ERROR", "net down")]
with open(path, "w", encoding="utf-8") as f:
    for i, (lvl, msg) in enumerate(entries): print(f"{i:02}|{lvl:<5}|{msg}", file=f)
counts, errors = {}, []
with open(path) as f:
    for n, line in enumerate(f, 1):
        i, lvl, msg = (p.strip() for p in line.rstrip("\n").split("|"))
        counts[lvl] = counts.get(lvl, 0) + 1
        if lvl == "ERROR": errors.append((n, msg))
print(counts, errors)
with open(path) as f: print(sum(1 for _ in f), f.tell() if False else "eof", repr(f.readline()))
with open(path) as a, open(path + ".bak", "w") as b: b.writelines(l.upper() for l in a if "ERROR" in l)
print(open(path + ".bak").read(), end="")
with open(path, "r+") as f:
    data = f.read()
    f.seek(0); f.write("XX" + data[2:]); f.truncate()
with open(path) as f: print(f.readline().strip(), len(f.read()))
cfg = {"name": "тест", "opts": {"debug": True, "level": 3}, "list": [1, 2.5, None]}
jp = os.path.join(base, "cfg.json")
with open(jp, "w", encoding="utf-8") as f: json.dump(cfg, f, ensure_ascii=False, indent=2)
with open(jp, encoding="utf-8") as f: back = json.load(f)
print(back == cfg, os.path.getsize(jp), back)
def parse_ini(text):
    out, sec = {}, None
    for ln in text.splitlines():
        ln = ln.split(";")[0].strip()
        if not ln: continue
        if ln[0] == "[" and ln[-1] == "]": sec = out.setdefault(ln[1:-1], {})
        else:
            k, eq, v = ln.partition("=")
            if not eq or sec is None: raise ValueError(f"bad line: {ln!r}")
            sec[k.strip()] = int(v) if v.strip().lstrip("-").isdigit() else v.strip()
    return out
print(parse_ini("[a]\nx = 1 ; comment\ny=two words\n\n[b]\nz=-5"))
try:
    parse_ini("orphan")
except ValueError as e:
    print(e)
def csv_rows(text):
    for line in text.splitlines():
        row, cell, quoted = [], "", False
        for ch in line:
            if ch == '"': quoted = not quoted
            elif ch == "," and not quoted: row.append(cell); cell = ""
            else: cell += ch
        yield row + [cell]
print(list(csv_rows('a,b,c\n1,"two, three",4')))
with open(os.path.join(base, "bin"), "wb") as f: f.write(bytes(range(10)) + "é".encode())
with open(os.path.join(base, "bin"), "rb") as f:
    print(f.read(3), f.seek(-2, os.SEEK_END), f.read().decode(), f.tell())
    f.seek(0); b = bytearray(4); print(f.readinto(b), b)
print(sorted(os.listdir(base)))
for n in os.listdir(base): os.remove(os.path.join(base, n))
print(os.listdir(base))
try:
    open(path)
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename == path, isinstance(e, OSError))
