import time
a, b = time.perf_counter(), time.monotonic()
time.sleep(0.01)
print(time.perf_counter() > a, time.monotonic() > b, time.time() > 1.6e9, isinstance(time.time_ns(), int), time.process_time() >= 0, time.perf_counter_ns() > 0)
print(time.gmtime(0), time.gmtime(0)[:6], time.gmtime(86400 * 365).tm_yday, time.gmtime(1e9).tm_wday)
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1700000000)), time.strftime("%a %A %b %B %d %j %U %w %y %I %p %M %%", time.gmtime(1700000000)), time.asctime(time.gmtime(0)), time.ctime(0), time.mktime(time.localtime(1000)), time.timezone, time.tzname, time.daylight)
t = time.strptime("2024-02-29 12:30:45", "%Y-%m-%d %H:%M:%S")
print(t.tm_year, t.tm_yday, t.tm_hour, t.tm_wday, tuple(t))
print(len(time.strftime("%X")), time.strftime("%c", time.gmtime(0)), time.strftime("%x", time.gmtime(0)), time.struct_time(range(9)).tm_mon, time.calendar.__name__ if hasattr(time, "calendar") else "none")
for e in ("time.sleep(-1)", "time.sleep('a')", "time.sleep()", "time.strptime('x', '%Y')", "time.strptime('2024', '%Y-%m')", "time.strptime('2024x', '%Y')", "time.gmtime('a')", "time.strftime(5)", "time.mktime(5)", "time.nope", "time.strptime('13', '%m')", "time.struct_time([1])"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

