import asyncio
import os, signal, subprocess, sys
# A server that nobody visits is ended from outside.
code = """
import asyncio
async def main():
    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    print("up", flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""
child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(child.stdout.readline())
try:
    child.wait(0.3)
except subprocess.TimeoutExpired:
    print("still up")
child.terminate()
print(child.wait(), child.stderr.read())
