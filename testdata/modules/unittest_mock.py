# unittest.mock: calls, assertions, patches, specs, asynchronous mocks.
import asyncio
from unittest import mock
from unittest.mock import ANY, DEFAULT, AsyncMock, MagicMock, Mock, PropertyMock, call, create_autospec, mock_open, patch, seal, sentinel


def show(f, *args, **kwargs):
    try:
        print("->", f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, str(e).split(" id=")[0])


# calls
m = Mock(name="m", return_value=3)
print(m(1, x=2), m.call_args, m.call_count, m.called, m.call_args.args, m.call_args.kwargs)
m.a.b(5).c("z")
print(m.mock_calls, m.method_calls)
print(m.mock_calls == [call(1, x=2), call.a.b(5), call.a.b().c("z")], call.a.b(5).c("z").call_list())
print(call(ANY, 2) == call(1, 2), call.foo(1) == ("foo", (1,)), call() == ((), {}), sentinel.x, ANY)
show(m.assert_called_once_with, 1)
show(m.assert_called_with, 2)
show(m.a.b.assert_not_called)
show(m.assert_has_calls, [call(9)])
show(m.assert_any_call, 7)
show(getattr, m, "asert_called")
m.reset_mock()
print(m.called, m.mock_calls, m())

# side effects
m = Mock(side_effect=[1, KeyError("k"), DEFAULT], return_value="default")
for _ in range(4):
    show(m)
m = Mock(side_effect=lambda x: x * 2)
print(m(4))

# special methods
m = MagicMock()
m.__len__.return_value = 5
m.__getitem__.side_effect = lambda k: k.upper()
m.__iter__.return_value = [1, 2]
print(len(m), m["a"], list(m), bool(m), int(m), 3 in m, m == m, m != m, m.__len__.call_count)
with m as entered:
    print(entered is m.__enter__.return_value)
show(lambda: Mock()[1])


class Service:
    """Something to stand in for."""

    rate = 3

    def __init__(self, host, port=80):
        self.host = host

    def fetch(self, key, *, retries=1):
        return key

    @staticmethod
    def helper(a):
        return a

    async def load(self, key):
        return key

    @property
    def state(self):
        return "real"


# specs
s = Mock(spec=Service)
print(isinstance(s, Service), s.fetch(1) is s.fetch.return_value)
show(getattr, s, "nothing")
s.extra = 1
show(setattr, Mock(spec_set=Service), "extra", 1)
auto = create_autospec(Service)
show(auto)
instance = auto("localhost")
show(instance.fetch)
show(instance.fetch, "k", bad=1)
instance.fetch("k", retries=2)
instance.fetch.assert_called_once_with(key="k", retries=2) if False else instance.fetch.assert_called_once_with("k", retries=2)
show(instance.nothing if hasattr(instance, "nothing") else lambda: "no such attribute")
print(asyncio.iscoroutinefunction(instance.load), asyncio.iscoroutinefunction(instance.fetch))


def plain(a, b=2):
    return a + b


f = create_autospec(plain, return_value="mocked")
print(f.__name__, f(1), f.call_args, f.mock_calls)
show(f)
f.assert_called_once_with(1)

# patches
with patch.object(Service, "fetch", return_value="patched") as p:
    print(Service("h").fetch("x"), p.call_args)
print(Service("h").fetch("x"))


@patch.object(Service, "rate", 10)
@patch("__main__.plain")
def decorated(mocked):
    mocked.return_value = 1
    return Service.rate, plain(5), mocked.called


print(decorated(), Service.rate, plain(5))
with patch.multiple(Service, rate=1, fetch=DEFAULT) as made:
    print(Service.rate, sorted(made))
settings = {"a": 1}
with patch.dict(settings, {"b": 2}, clear=True):
    print(settings)
print(settings)
show(patch.object(Service, "missing").start)
show(patch.object, "name", "x")
with patch.object(Service, "state", new_callable=PropertyMock, return_value="fake") as state:
    print(Service("h").state, state.mock_calls)
starter = patch.object(Service, "rate", 7)
starter.start()
print(Service.rate)
patch.stopall()
print(Service.rate)

# files
opener = mock_open(read_data="one\ntwo\n")
with patch("builtins.open", opener):
    with open("name", "w") as file:
        file.write("text")
    with open("name") as file:
        print(file.read())
    with open("name") as file:
        print(list(file), file.readline())
print(opener.mock_calls[:3])

# sealed
m = Mock()
m.known.value = 1
seal(m)
show(getattr, m, "unknown")
print(m.known.value)


# asynchronous
async def main():
    a = AsyncMock(return_value=5)
    print(asyncio.iscoroutinefunction(a), await a(1), a.await_args, a.await_count)
    a.assert_awaited_once_with(1)
    show(a.assert_not_awaited)
    a.side_effect = [1, ValueError("v")]
    print(await a())
    try:
        await a()
    except ValueError as e:
        print("raised", e)
    try:
        await a()
    except StopAsyncIteration:
        print("no more")
    m = MagicMock()
    m.__aenter__.return_value = "inside"
    m.__aiter__.return_value = [1, 2, 3]
    async with m as x:
        print(x, [i async for i in m])
    m.__aexit__.assert_awaited_once()
    with patch.object(Service, "load", return_value="loaded") as load:
        print(type(load).__name__, await Service("h").load("k"))


asyncio.run(main())
print(mock.NonCallableMock.__name__, callable(mock.NonCallableMagicMock()), repr(Mock(name="x")).split(" id=")[0], repr(MagicMock(spec=Service)).split(" id=")[0])
