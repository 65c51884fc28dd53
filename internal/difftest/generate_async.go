// This file generates programs of tasks that wait for, wake and cancel each other, and print the order in which they run.

package difftest

import (
	"fmt"
	"strings"
)

// asyncSteps are single steps of a task. Waiting always ends: the program cancels what is left after a while.
var asyncSteps = []string{
	"await asyncio.sleep(0)", "await asyncio.sleep(0)", "await asyncio.sleep(0, 'r')", "x = await asyncio.sleep(20*T, 'slept')", "await q.put(x)", "x = await q.get()", "q.put_nowait(n)", "x = q.get_nowait()",
	"ev.set()", "ev.clear()", "await ev.wait()", "await lock.acquire()", "lock.release()", "await sem.acquire()", "sem.release()", "tasks[-1].cancel()", "tasks[0].cancel('msg')", "tasks[n % len(tasks)].cancel()",
	"print('cancelling', asyncio.current_task().cancelling())", "print('uncancel', asyncio.current_task().uncancel())", "x = await child(n)", "x = await asyncio.create_task(child(n))", "x = await asyncio.gather(child(1), child(2))",
	"x = await asyncio.gather(child(0), fail('g'), return_exceptions=True)", "x = await asyncio.gather(child(0), fail('g'))", "x = await asyncio.wait_for(child(n), 90000*T)", "x = await asyncio.wait_for(asyncio.sleep(90000*T), 50*T)", "x = await asyncio.shield(child(n))",
	"x = await fail('direct')", "x = await asyncio.create_task(fail('task'))", "fut.set_result(x)", "fut.set_exception(KeyError('f'))", "x = await fut", "x = await asyncio.shield(fut)", "fut.cancel()", "print(fut.done(), fut.cancelled())",
	"asyncio.get_running_loop().call_soon(print, 'soon', n)", "asyncio.get_running_loop().call_later(33*T, print, 'later', n)", "asyncio.current_task().add_done_callback(lambda t: print('done', n, t.cancelled()))", "asyncio.current_task().cancel()",
	"print(sorted(t.get_name() for t in asyncio.all_tasks()))", "x = [i async for i in agen(n)]", "a = agen(2); print(await anext(a)); await a.aclose()", "q.task_done()", "await q.join()", "x = await tasks[0]", "done, pending = await asyncio.wait([asyncio.create_task(child(i)) for i in range(2)]); print(len(done), len(pending))",
	"x = await asyncio.wait_for(ev.wait(), 77*T)", "x = await asyncio.wait_for(q.get(), 77*T)", "x = [await c for c in asyncio.as_completed([child(1)])]", "await cond_wait()", "await cond_notify()", "print(q.qsize(), ev.is_set(), lock.locked(), sem.locked())", "x = await bar.wait()", "await bar.abort()",
	"var.set(n); await asyncio.sleep(0); print('var', var.get())", "print('var', var.get())", "asyncio.create_task(child(9)).cancel()", "raise asyncio.CancelledError('raised')", "x = await asyncio.to_thread(lambda: time.sleep(29*T) or n * 2)", "tasks.append(asyncio.create_task(child(5), name='extra'))", "await asyncio.create_task(asyncio.sleep(0))", "t = asyncio.create_task(fail('t')); await asyncio.wait([t]); print(repr(t.exception()))",
}

// T is the unit of all waiting in a program: waits and sums of a few of them lie some units apart. Two tasks that wake
// closer together than a busy machine delays them are no difference, so the fuzzer repeats a difference with a longer unit.
const (
	quickUnit = "T = 0.0005"
	slowUnit  = "T = 0.005"
)

// How long a thread takes to answer is part of no program: work in threads takes some units. The first thread is started
// before the clock of a program matters: that loads the modules of threads.
const asyncHelpers = quickUnit + `
import contextvars, time
asyncio.run(asyncio.to_thread(int))
var = contextvars.ContextVar('var', default='unset')
async def child(n):
    try:
        print('child', n)
        for i in range(n % 3):
            await asyncio.sleep(0)
            print('child', n, 'step', i)
        return n * 10
    except asyncio.CancelledError as e:
        print('child', n, 'cancelled', e)
        raise
    finally:
        print('child', n, 'finally')
async def fail(m):
    await asyncio.sleep(0)
    raise ValueError(m)
async def agen(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print('agen closed')
class ACM:
    def __init__(self, tag, swallow=False): self.tag, self.swallow = tag, swallow
    async def __aenter__(self):
        await asyncio.sleep(0)
        print('aenter', self.tag)
    async def __aexit__(self, t, e, tb):
        print('aexit', self.tag, t and t.__name__)
        await asyncio.sleep(0)
        return self.swallow
class CM:
    def __init__(self, tag, swallow=False, fail=None): self.tag, self.swallow = tag, swallow
    def __enter__(self): print('enter', self.tag)
    def __exit__(self, t, e, tb):
        print('exit', self.tag, t and t.__name__)
        return self.swallow`

const asyncMain = `async def main():
    global q, ev, lock, sem, fut, bar, tasks, cond_wait, cond_notify
    q, ev, lock, sem, bar = asyncio.Queue(2), asyncio.Event(), asyncio.Lock(), asyncio.Semaphore(2), asyncio.Barrier(2)
    cond = asyncio.Condition()
    async def cond_wait():
        async with cond: await cond.wait()
    async def cond_notify():
        async with cond: cond.notify()
    fut = asyncio.get_running_loop().create_future()
    tasks = []
    tasks += [asyncio.create_task(w(i), name=f't{i}') for i, w in enumerate(workers)]
    done, pending = await asyncio.wait(tasks, timeout=311*T)
    print('done', sorted(t.get_name() for t in done), 'pending', sorted(t.get_name() for t in pending))
    for t in tasks: t.cancel()
    await asyncio.wait(tasks, timeout=311*T)
    for t in tasks:
        if not t.done(): print(t.get_name(), 'still pending')
        elif t.cancelled(): print(t.get_name(), 'cancelled')
        elif t.exception(): print(t.get_name(), type(t.exception()).__name__, t.exception())
        else: print(t.get_name(), t.result())
asyncio.run(main())`

func (g *generator) asyncProgram() []*Node {
	program := []*Node{line(helpers).fixed(), line(asyncHelpers).fixed()}
	count := 2 + g.Intn(3)
	names := "workers = ["
	for i := range count {
		name := fmt.Sprintf("w%d", i)
		body := []*Node{line("x = n").fixed(), line(fmt.Sprintf("print('%s starts')", name))}
		for range 2 + g.Intn(4) {
			body = append(body, g.asyncStatement(flow{depth: 2, inAsync: true}))
		}
		body = append(body, line(fmt.Sprintf("print('%s ends', x)\nreturn x", name)))
		ownUnit(body, i)
		program = append(program, block(fmt.Sprintf("async def %s(n):", name), body...).fixed())
		names += name + ", "
	}
	return append(program, line(names+"]").fixed(), line(asyncMain).fixed())
}

// ownUnit gives the waits of a worker lengths of their own, so that two workers do not wake at the same moment.
func ownUnit(body []*Node, worker int) {
	for _, n := range body {
		n.Text = strings.ReplaceAll(n.Text, "*T", fmt.Sprintf("*%.2f*T", 1+0.31*float64(worker)))
		ownUnit(n.Body, worker)
		ownUnit(n.Clauses, worker)
	}
}

// asyncStatement is a step, or a block that only asynchronous code has, or one of ordinary control flow.
func (g *generator) asyncStatement(f flow) *Node {
	if f.depth <= 0 || g.chance(2) {
		return line(pick(g, asyncSteps))
	}
	inner := f
	inner.depth--
	var body []*Node
	for range 1 + g.Intn(3) {
		body = append(body, g.asyncStatement(inner))
	}
	switch g.Intn(8) {
	case 0:
		return block(fmt.Sprintf("async with asyncio.timeout(%s):", pick(g, []string{"113*T", "171*T", "None", "0", "90000*T"})), body...)
	case 1:
		return block("async with lock:", body...)
	case 2:
		return block("async with asyncio.TaskGroup() as tg:", append([]*Node{line(pick(g, []string{"tg.create_task(child(n))", "tg.create_task(fail('tg'))", "tg.create_task(asyncio.sleep(20*T))"}))}, body...)...)
	case 3:
		return block(fmt.Sprintf("async for x in agen(%d):", g.Intn(3)), body...)
	case 4:
		return block(fmt.Sprintf("async with ACM('m%d', %s):", g.Intn(9), pick(g, []string{"True", "False"})), body...)
	case 5:
		return block("async with sem:", body...)
	case 6:
		return block("try:", body...).with(block("except* Exception as e:", line("print('group', repr(e))")).fixed())
	default:
		kind := pick(g, []string{"asyncio.CancelledError", "Exception", "BaseException", "TimeoutError", "ValueError"})
		n := block("try:", body...).with(block("except "+kind+" as e:", line("print('caught', repr(e))"), g.asyncStatement(inner)).fixed())
		if g.chance(2) {
			n.with(block("finally:", line("print('finally', n)"), g.asyncStatement(inner)))
		}
		return n
	}
}
