import asyncio
names = """run Runner create_task ensure_future gather wait wait_for as_completed shield timeout timeout_at TaskGroup sleep to_thread Future Task Queue LifoQueue PriorityQueue QueueEmpty QueueFull QueueShutDown Lock Event Condition Semaphore BoundedSemaphore Barrier BrokenBarrierError current_task all_tasks get_running_loop get_event_loop new_event_loop set_event_loop run_coroutine_threadsafe wrap_future iscoroutine iscoroutinefunction isfuture CancelledError TimeoutError InvalidStateError FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED AbstractEventLoop BaseEventLoop Handle TimerHandle eager_task_factory create_eager_task_factory get_event_loop_policy set_event_loop_policy Timeout IncompleteReadError LimitOverrunError""".split()
print([n for n in names if not hasattr(asyncio, n)])
print(asyncio.CancelledError.__mro__[1], asyncio.TimeoutError is TimeoutError, asyncio.InvalidStateError.__bases__, asyncio.QueueFull.__bases__, asyncio.CancelledError.__module__, asyncio.CancelledError)
for n in ("tasks", "futures", "events", "locks", "queues", "runners", "timeouts", "taskgroups", "exceptions", "coroutines", "threads", "base_events"):
    m = getattr(asyncio, n)
    print(m.__name__, type(m).__name__)
print(asyncio.Task, asyncio.Future, asyncio.Queue, asyncio.Lock, asyncio.Event, asyncio.TaskGroup, asyncio.Timeout, asyncio.Runner, asyncio.Semaphore)
print(asyncio.run.__name__, asyncio.gather.__module__, asyncio.sleep.__qualname__, asyncio.Queue.get.__qualname__)
try:
    asyncio.nope
except AttributeError as e:
    print(e)
from asyncio import tasks, Queue as Q
print(tasks.Task is asyncio.Task, Q is asyncio.Queue)
import asyncio.queues
print(asyncio.queues.Queue is Q, asyncio.locks.Lock is asyncio.Lock)

