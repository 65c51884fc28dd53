# Pseudo-terminals and their modes: os.openpty, termios, tty.
import os
import pty
import termios
import tty

master, slave = os.openpty()
print(os.isatty(master), os.isatty(slave), os.get_inheritable(slave))
print(os.ttyname(slave).startswith("/dev/pts/"))

mode = termios.tcgetattr(slave)
print(len(mode), len(mode[tty.CC]), mode[tty.CC][termios.VINTR], mode[tty.CC][termios.VMIN])
print(bool(mode[tty.LFLAG] & termios.ECHO), bool(mode[tty.LFLAG] & termios.ICANON), mode[tty.ISPEED] == termios.B38400)

# Line by line, with echo and newlines translated.
os.write(master, b"hello\n")
print(os.read(slave, 100), os.read(master, 100))

old = tty.setraw(slave)
print(old[:6] == mode[:6], old[tty.CC] == mode[tty.CC])
raw = termios.tcgetattr(slave)
print(bool(raw[tty.LFLAG] & termios.ECHO), raw[tty.CC][termios.VMIN], raw[tty.CC][termios.VTIME], raw[tty.CFLAG] & termios.CSIZE == termios.CS8)
os.write(master, b"x\n")
print(os.read(slave, 100))
os.write(slave, b"y\n")
print(os.read(master, 100))

termios.tcsetattr(slave, termios.TCSANOW, old)
tty.setcbreak(slave)
now = termios.tcgetattr(slave)
print(bool(now[tty.LFLAG] & termios.ICANON), bool(now[tty.LFLAG] & termios.ISIG), bool(now[tty.OFLAG] & termios.OPOST))

termios.tcsetwinsize(slave, (30, 100))
print(termios.tcgetwinsize(slave), os.get_terminal_size(slave))
termios.tcflush(slave, termios.TCIOFLUSH)
termios.tcdrain(slave)

read, write = os.pipe()
for call in (
    lambda: termios.tcgetattr(read),
    lambda: termios.tcgetattr("0"),
    lambda: termios.tcgetattr(-1),
    lambda: termios.tcsetattr(slave, termios.TCSANOW, [1, 2]),
    lambda: termios.tcsetattr(slave, 7, old),
    lambda: termios.tcsetwinsize(slave, (1, 2, 3)),
    lambda: os.ttyname(read),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e.args)
print(pty.openpty.__name__, pty.STDIN_FILENO)
