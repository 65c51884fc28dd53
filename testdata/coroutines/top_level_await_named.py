# Code with await at top level is a coroutine that is named like other modules.
import ast
import asyncio

code = compile('x = await asyncio.sleep(0, 5)', '<text>', 'exec', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
co = eval(code)
print(co.__name__, co.__qualname__, repr(co).split(' at ')[0])


async def main():
    task = asyncio.create_task(co, name='t')
    print(str(task).split(' running')[0])
    await task
    print(x)


asyncio.run(main())
