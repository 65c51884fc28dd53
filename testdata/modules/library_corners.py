"""Corners of modules: messages of comparisons, dataclasses over several lines, names of converters, kinds of errors."""
import calendar
import configparser
import dataclasses
import pprint
import threading
import time
import unittest

case = unittest.TestCase()
for first, second in (("a\nb", "a\nc"), ("a\nb\n", "a\nc"), ("", "a\nc"), ("a\n", "")):
    try:
        case.assertEqual(first, second)
    except AssertionError as error:
        print(error)


@dataclasses.dataclass
class Point:
    names: list
    parent: object = None
    hidden: int = dataclasses.field(default=3, repr=False)


point = Point(["a long name of a point", "another long name of it"], Point(["x" * 30, "y" * 30]))
pprint.pprint(point, width=60)
point.parent = point
pprint.pprint(point, width=40)

parser = configparser.ConfigParser(converters={"list": str.split})
for name in ("", None, 3):
    try:
        parser.converters[name] = str
    except ValueError as error:
        print(error)
parser.read_string("[s]\nwords = a b c\nall = %(words)s 100%%\n")
print(parser["s"].getlist("words"), parser.getlist("s", "all"), sorted(parser.converters))

try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as error:
    print(error, [base.__name__ for base in type(error).__mro__])

# A barrier that is reset while threads wait, and then used again.
barrier = threading.Barrier(3)
results = []


def arrive():
    try:
        results.append(barrier.wait())
    except threading.BrokenBarrierError:
        results.append("broken")


def arrive_all(count):
    threads = [threading.Thread(target=arrive) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


threads = arrive_all(2)
while barrier.n_waiting < 2:
    time.sleep(0.001)
barrier.reset()
for thread in threads + arrive_all(3):
    thread.join()
print(sorted(map(str, results)), barrier.n_waiting, barrier.broken)
barrier.abort()
arrive()
print(results[-1], barrier.broken)
