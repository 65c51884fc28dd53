# When rotating handlers begin new files, and which they remove.
import datetime
import logging
import logging.handlers
import os
import tempfile
import time

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "app.log")
    for zone in "UTC", "CET-1CEST,M3.5.0,M10.5.0/3":
        os.environ["TZ"] = zone
        time.tzset()
        for when in "S", "M", "H", "D", "MIDNIGHT", "W0", "W3", "W6":
            for interval, at, utc in (1, None, False), (3, None, True), (2, datetime.time(5, 30), False):
                handler = logging.handlers.TimedRotatingFileHandler(path, when, interval, 2, atTime=at, utc=utc, delay=True)
                print(zone[:3], when, interval, handler.suffix, handler.extMatch.pattern,
                      [handler.computeRollover(t) - t for t in (1700000000, 1711843199, 1711850000, 1729987201, 1730000000, 1730080000)])
                handler.close()
    handler = logging.handlers.TimedRotatingFileHandler(path, "D", backupCount=2)
    for name in "app.log.2020-01-01", "app.log.2020-01-02", "app.log.2020-01-03", "app.log.2020-01-03x", "other.2020-01-01", "app.log.9":
        open(os.path.join(folder, name), "w").close()
    print([os.path.basename(f) for f in handler.getFilesToDelete()])
    handler.namer = lambda name: name + ".gz"
    for day in range(4):
        open(os.path.join(folder, f"app.log.2021-02-0{day + 1}.gz"), "w").close()
    print([os.path.basename(f) for f in handler.getFilesToDelete()])
    handler.close()
    log = logging.Logger("rotating")
    handler = logging.handlers.RotatingFileHandler(os.path.join(folder, "size.log"), maxBytes=60, backupCount=3)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    log.addHandler(handler)
    for n in range(12):
        log.warning("line number %d", n)
    handler.close()
    for name in sorted(os.listdir(folder)):
        if name.startswith("size"):
            print(name, open(os.path.join(folder, name)).read().splitlines())
    for bad in "X", "W", "W9":
        try:
            logging.handlers.TimedRotatingFileHandler(path, bad)
        except ValueError as e:
            print(e)
