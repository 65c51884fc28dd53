# StopIteration that leaves a generator, a coroutine, an asynchronous generator.
import traceback
try:
    raise ValueError(1)
except* ValueError as e:
    print(e.__traceback__, e.__context__, e.__cause__)
def gg():
    yield next(iter([]))
try: list(gg())
except RuntimeError as e:
    tb = e.__cause__.__traceback__
    traceback.print_tb(tb)
def gg():
    raise StopIteration(5)
    yield
try: list(gg())
except RuntimeError as e:
    tb = e.__cause__.__traceback__
    traceback.print_tb(tb)
def hh():
   raise StopIteration(5)
def gg():
    hh()
    yield
try: list(gg())
except RuntimeError as e:
    tb = e.__cause__.__traceback__
    traceback.print_tb(tb)
async def gg():
    hh()
try: gg().send(None)
except RuntimeError as e:
    tb = e.__cause__.__traceback__
    traceback.print_tb(tb)
    traceback.print_exc()
async def ag():
    raise StopAsyncIteration
    yield
try: ag().__anext__().send(None)
except RuntimeError as e:
    tb = e.__cause__.__traceback__
    traceback.print_tb(tb)
    traceback.print_exc()
