def run(prog, inp=""):
    jump, stack = {}, []
    for i, c in enumerate(prog):
        if c == "[": stack.append(i)
        elif c == "]":
            if not stack: raise SyntaxError(f"unmatched ] at {i}")
            j = stack.pop(); jump[i], jump[j] = j, i
    if stack: raise SyntaxError(f"unmatched [ at {stack[-1]}")
    tape, p, pc, out, inp = [0] * 30, 0, 0, [], iter(inp)
    while pc < len(prog):
        match prog[pc]:
            case ">": p += 1
            case "<": p -= 1
            case "+": tape[p] = (tape[p] + 1) % 256
            case "-": tape[p] = (tape[p] - 1) % 256
            case ".": out.append(chr(tape[p]))
            case ",": tape[p] = ord(next(inp, "\0"))
            case "[" if not tape[p]: pc = jump[pc]
            case "]" if tape[p]: pc = jump[pc]
        pc += 1
    return "".join(out)
print(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."))
print(run(",[.,]", "echo"))
for bad in ("[", "]", "+[[]"):
    try:
        run(bad)
    except SyntaxError as e:
        print(e)
class VM:
    def __init__(self): self.stack, self.vars, self.out = [], {}, []
    def op_push(self, x): self.stack.append(int(x))
    def op_add(self): b, a = self.stack.pop(), self.stack.pop(); self.stack.append(a + b)
    def op_mul(self): b, a = self.stack.pop(), self.stack.pop(); self.stack.append(a * b)
    def op_dup(self): self.stack.append(self.stack[-1])
    def op_print(self): self.out.append(self.stack.pop())
    def op_store(self, n): self.vars[n] = self.stack.pop()
    def op_load(self, n): self.stack.append(self.vars[n])
    def run(self, src):
        lines = [l.split("#")[0].split() for l in src.splitlines()]
        pc = 0
        while pc < len(lines):
            if lines[pc]:
                op, *args = lines[pc]
                if op == "jnz":
                    if self.stack.pop(): pc = int(args[0]); continue
                else:
                    try:
                        getattr(self, "op_" + op)(*args)
                    except AttributeError:
                        raise NameError(f"line {pc + 1}: no op {op!r}") from None
                    except (IndexError, KeyError, TypeError) as e:
                        raise RuntimeError(f"line {pc + 1}: {type(e).__name__}: {e}") from e
            pc += 1
        return self.out
print(VM().run("push 5\nstore n\npush 1\nstore acc\nload acc # loop\nload n\nmul\nstore acc\nload n\npush -1\nadd\ndup\nstore n\njnz 4\nload acc\nprint"))
for src in ("push 1\nbogus", "add", "load q", "push", "push x"):
    try:
        print(VM().run(src))
    except Exception as e:
        print(type(e).__name__, e, "|", repr(e.__cause__))

