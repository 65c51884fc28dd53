import asyncio
async def job(n, d, err=False):
    await asyncio.sleep(d)
    if err: raise RuntimeError(f"job {n}")
    return n
def names(s): return sorted(t.get_name() for t in s)
async def main():
    mk = lambda *specs: [asyncio.create_task(job(*s), name=f"j{s[0]}") for s in specs]
    done, pending = await asyncio.wait(mk((1, 0.01), (2, 0.02)))
    print(names(done), names(pending))
    done, pending = await asyncio.wait(mk((1, 0.01), (2, 0.05)), return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done2, p2 = await asyncio.wait(pending)
    print(names(done2), p2)
    ts = mk((1, 0.01), (2, 0.02, True), (3, 0.3))
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [repr(t.exception()) for t in sorted(done, key=lambda t: t.get_name())])
    for p in pending: p.cancel()
    done, pending = await asyncio.wait(pending)
    print([t.cancelled() for t in done])
    ts = mk((1, 0.01), (2, 0.3))
    done, pending = await asyncio.wait(ts, timeout=0.05)
    print(names(done), names(pending))
    for p in pending: p.cancel()
    done, pending = await asyncio.wait(ts, timeout=0)
    print(names(done), names(pending))
    f = asyncio.Future(); f.set_result(1)
    done, _ = await asyncio.wait({f})
    print(done == {f})
    c = job(1, 0)
    for args, kw in ((([],), {}), ((ts[0],), {}), (([c],), {}), (([ts[0]],), {"return_when": "bad"}), ((), {}), ((5,), {})):
        try:
            await asyncio.wait(*args, **kw)
        except Exception as e:
            print(type(e).__name__, e)
    c.close()
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    await asyncio.sleep(0)
asyncio.run(main())

