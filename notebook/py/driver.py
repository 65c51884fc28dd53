# The part of a kernel that runs inside the interpreter: takes cells from the host, runs each in the task of the
# kernel, shows the value of its last expression and lets the loop go on until nothing is pending.
#
# The host gives these files, which share a namespace: next_cell, begin_cell, end_cell, compile_cell, show_error,
# publish, read_line, stands_still, and the choices reads_lines, wants_settle, catches_interrupts, rich_display,
# keeps_history, takes_displays.
import asyncio
import sys


class Kernel:
    """Runs cells in one task of one loop."""

    def __init__(self, namespace):
        self.namespace = namespace
        self.shell = Shell(namespace)
        self.shell.kernel = self
        self.interrupted = False
        self.waiting = None
        self.task = self.loop = None
        self.recorded = True  # the cell that runs belongs to the history

    def install(self):
        """Give the user's namespace what IPython puts there."""
        import builtins
        builtins.get_ipython = lambda: self.shell
        builtins.display = display
        sys.modules.update(ipython_modules(self.shell))
        if reads_lines():
            import getpass
            builtins.input = ask
            getpass.getpass = ask_password
        if keeps_history():
            self.namespace.update(In=[''], Out={}, _='', __='', ___='', _i='', _ii='', _iii='')

    async def dispatch_queue(self):
        """Take requests until there are no more; None stands for 'nothing yet'."""
        self.task = asyncio.current_task()
        while True:
            self.waiting = None
            request = next_cell()
            if request is False:
                return
            if request is None:
                self.waiting = asyncio.get_running_loop().create_future()
                try:
                    await self.waiting
                except asyncio.CancelledError:
                    self.recover()
                continue
            await self.serve(*request)

    async def serve(self, filename, source, timed, show, original, number, recorded, capture):
        begin_cell()
        self.recorded = recorded and keeps_history()
        if recorded:
            self.shell.execution_count = number
        if self.recorded:
            self.remember_input(original, number)
        kept = None if capture is None else Captured(capture)
        try:
            ok = await self.run_cell(filename, source, timed, show)
        finally:
            if kept is not None:
                kept.end(self.namespace)
        try:
            if wants_settle():
                await self.settled()
        except asyncio.CancelledError:
            self.recover()
            show_error(KeyboardInterrupt())
        sys.stdout.flush()
        sys.stderr.flush()
        end_cell(ok)

    def recover(self):
        """Forget a cancellation that was an interrupt; anything else goes on."""
        if not self.interrupted:
            raise
        self.interrupted = False
        self.task.uncancel()

    async def run_cell(self, filename, source, timed, show):
        clock = Stopwatch() if timed else None
        try:
            await self.execute(filename, source, show)
        except asyncio.CancelledError as e:
            if not self.interrupted:
                raise
            self.interrupted = False
            self.task.uncancel()
            error = KeyboardInterrupt()
            error.__suppress_context__ = True
            sys.stdout.flush()
            show_error(error.with_traceback(e.__traceback__))
            return False
        except KeyboardInterrupt as e:
            if not catches_interrupts():
                raise
            sys.stdout.flush()
            show_error(e)
            return False
        except BaseException as e:
            sys.stdout.flush()
            show_error(e)
            return False
        if clock is not None:
            clock.report()
        return True

    async def execute(self, filename, source, show):
        body, tail = compile_cell(source, filename)
        value = eval(body, self.namespace)
        if body.co_flags & 0x80:
            await value
        if tail is None:
            return
        value = eval(tail, self.namespace)
        if tail.co_flags & 0x80:
            value = await value
        if value is not None and show:
            self.display_result(value)

    def display_result(self, value):
        sys.stdout.flush()
        if self.recorded:
            ns = self.namespace
            if value is not ns['Out']:
                ns['___'], ns['__'], ns['_'] = ns['__'], ns['_'], value
                ns['Out'][self.shell.execution_count] = ns[f'_{self.shell.execution_count}'] = value
        display_result(value)

    def remember_input(self, source, number):
        ns = self.namespace
        ns['In'].append(source)
        ns['_iii'], ns['_ii'], ns['_i'] = ns['_ii'], ns['_i'], source
        ns[f'_i{number}'] = source

    async def settled(self):
        """Wait until no task and no child process is left, or those left wait for a later cell; then let callbacks run."""
        while self.busy():
            await asyncio.sleep(0.02)
            if stands_still():
                break
        for _ in range(3):
            await asyncio.sleep(0)

    def busy(self):
        for task in asyncio.all_tasks():
            if task is not self.task and not task.done():
                return True
        transports = sys.modules.get('_asyncio_subprocess')
        return transports is not None and bool(transports._alive)

    def wake(self):
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_result(None)

    def wake_threadsafe(self):
        """wake(), from another thread, which holds the interpreter lock."""
        try:
            self.loop.call_soon_threadsafe(self.wake)
        except (RuntimeError, AttributeError):
            pass  # the loop is not there yet, or is closed

    def on_interrupt(self, signum, frame):
        """SIGINT: stop the code of the cell where it is, or end its wait."""
        if asyncio.current_task(self.loop) is self.task:
            raise KeyboardInterrupt
        if not self.interrupted and self.waiting is None:
            self.interrupted = True
            self.task.cancel()

    def run(self):
        self.loop = loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        if catches_interrupts():
            import signal
            signal.signal(signal.SIGINT, self.on_interrupt)
        try:
            loop.run_until_complete(loop.create_task(self.dispatch_queue()))
            left = [t for t in asyncio.all_tasks(loop) if not t.done()]
            for task in left:
                task.cancel()
            if left:
                loop.run_until_complete(asyncio.wait(left))
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            loop.close()


def ask(prompt='', /):
    """input(): the line comes from the client."""
    sys.stdout.flush()
    sys.stderr.flush()
    return read_line(prompt, False)


def ask_password(prompt='Password: ', stream=None):
    sys.stdout.flush()
    sys.stderr.flush()
    return read_line(prompt, True)


def user_expression(source, namespace):
    """A display of an expression's value, or its error, as clients expect them."""
    import traceback
    try:
        data, metadata = representations(eval(source, namespace))
        return {'status': 'ok', 'data': data, 'metadata': metadata}
    except Exception as e:
        return {'status': 'error', 'ename': type(e).__name__, 'evalue': str(e), 'traceback': traceback.format_exc().splitlines()}
