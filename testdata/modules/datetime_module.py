from datetime import date, time, datetime, timedelta, timezone
d = date(2024, 2, 29)
print(d, repr(d), d.year, d.weekday(), d.isoweekday(), d.isocalendar(), d.isoformat(), d.strftime("%d/%m/%y %A %j"), d.replace(day=1), d.toordinal(), date.fromordinal(738000), date.fromisoformat("2024-12-25"), d + timedelta(days=366), d - date(2024, 1, 1), d < date(2025, 1, 1), date.min, date.max, d.timetuple()[:3], d.ctime(), f"{d:%Y}", hash(d) == hash(date(2024, 2, 29)), date.fromisocalendar(2024, 1, 1), date.fromisoformat("20240102"))
dt = datetime(2024, 1, 15, 13, 5, 9, 123456)
print(dt, repr(dt), dt.isoformat(), dt.isoformat(" ", "minutes"), dt.date(), dt.time(), dt.strftime("%Y-%m-%d %H:%M:%S.%f %p %I %a %b %%"), dt.replace(hour=0), datetime.fromisoformat("2024-01-15T10:20:30+02:00"), datetime.fromisoformat("2024-01-15"), datetime.strptime("15 Jan 2024 10:30 PM", "%d %b %Y %I:%M %p"), datetime.combine(d, time(1, 2)), dt + timedelta(hours=12), dt - datetime(2024, 1, 1), dt.timestamp(), datetime.fromtimestamp(0), datetime.fromtimestamp(1e9, timezone.utc), dt == datetime(2024, 1, 15, 13, 5, 9, 123456), datetime.min, dt.ctime(), datetime.fromisoformat("2024-01-15 01:02:03.5"), datetime.strptime("2024-01-15 +0530", "%Y-%m-%d %z"))
td = timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5)
print(td, repr(td), td.days, td.seconds, td.microseconds, td.total_seconds(), -td, td * 2, td / 2, td // timedelta(hours=1), td % timedelta(hours=1), td + timedelta(1), abs(timedelta(-1)), timedelta(weeks=1), timedelta(0), timedelta(seconds=-1), bool(timedelta()), timedelta(milliseconds=1500), timedelta(1) > timedelta(hours=23), divmod(td, timedelta(hours=5)), timedelta(days=1.5), td / timedelta(hours=1), timedelta.max, str(timedelta(days=-1, seconds=5)), sum([timedelta(1), timedelta(2)], timedelta()), timedelta(microseconds=0.6), repr(timedelta()))
t = time(13, 5)
print(t, repr(t), t.hour, t.isoformat(), t.strftime("%H-%M"), t.replace(second=5), time.fromisoformat("04:05:06.789"), t < time(14), time.min, time.max, time(1, 2, 3, 4), repr(time(0)), bool(time(0)))
tz = timezone(timedelta(hours=5, minutes=30))
a = datetime(2024, 1, 1, 12, tzinfo=tz)
print(a, a.utcoffset(), a.tzname(), a.astimezone(timezone.utc), tz, repr(tz), timezone.utc, repr(timezone.utc), a.isoformat(), a == a.astimezone(timezone.utc), a - datetime(2024, 1, 1, tzinfo=timezone.utc), timezone(timedelta(hours=-3), "BRT"), a.timetz(), a.strftime("%z %Z"), timezone(-timedelta(hours=2)), repr(a), a.replace(tzinfo=None))
for e in ("date(2023, 2, 29)", "date(2024, 13, 1)", "date(0, 1, 1)", "date('a', 1, 1)", "date(1)", "datetime(2024, 1, 1, 25)", "time(24)", "time(0, 60)", "date.fromisoformat('x')", "datetime.fromisoformat('2024-13-01')", "datetime.strptime('x', '%Y')", "datetime.strptime('2024-01-01 x', '%Y-%m-%d')", "datetime.strptime('2024', '%Q')", "d + 1", "d - 'x'", "d < dt", "d < 5", "dt < a", "dt - a", "timedelta('a')", "timedelta(1) / 0", "timedelta(1) * 'x'", "timedelta(days=10**10)", "timedelta(1) < 5", "timezone(5)", "timezone(timedelta(days=2))", "date.max + timedelta(1)", "d.replace(day=31)", "dt.replace(foo=1)", "d == 5", "setattr(d, 'year', 1)", "timedelta(foo=1)", "date.today() + dt", "timedelta(1) + 1", "date(2024, 1, 1).hour", "d - timedelta(days=10**6)", "timedelta(1) // 0", "datetime(2024, 1, 1, tzinfo=5)"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
print(datetime.now() > dt, date.today() > d, datetime.now(timezone.utc).tzinfo, (datetime.now() - datetime.now()).days in (0, -1), sorted([dt, datetime(2020, 1, 1)])[0].year, isinstance(dt, date), max(date(2024, 1, 1), d))
import calendar
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.month_name[3], calendar.weekday(2024, 1, 1)) if hasattr(calendar, "monthrange") else None

