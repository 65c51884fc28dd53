# The modules of C functions behind library modules: what their functions name, and where pickles look for them.
import _bisect
import _contextvars
import _decimal
import _functools
import _heapq
import _operator
import _random
import _signal
import _struct
import bisect
import contextvars
import decimal
import functools
import heapq
import json.encoder
import operator
import pickle
import random
import signal
import struct


def t(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


for f in (bisect.bisect_left, contextvars.copy_context, decimal.getcontext, functools.reduce, functools.cmp_to_key, heapq.heapify,
          operator.add, operator.__add__, signal.alarm, struct.pack, json.encoder.encode_basestring):
    print(f.__module__, f.__self__.__name__, f.__name__, pickle.loads(pickle.dumps(f)) is f)
for f in functools.wraps, functools.cache, heapq.merge, heapq.nlargest:
    print(f.__module__, type(f).__name__)
print(_heapq.heappush is heapq.heappush, _operator.itemgetter is operator.itemgetter, _functools.partial is functools.partial,
      _struct.Struct is struct.Struct, _contextvars.Context is contextvars.Context, _random.Random, _signal.alarm is signal.alarm,
      hasattr(_bisect, 'insort'), _bisect.bisect_left is bisect.bisect_left, _decimal.Decimal is decimal.Decimal, issubclass(random.Random, _random.Random))
t(heapq.heapify)
t(heapq.heappop, 1, 2)
t(functools.reduce)
t(functools.cmp_to_key)
t(operator.neg, 1, 2)
t(operator.add, a=1)
t(bisect.bisect, [])
s = struct.Struct('i')
t(s.pack, 1, x=1)
t(s.pack_into, 1, x=1)
t(struct.pack, 'i', x=2)
t(struct.pack_into, 'i', x=2)
t(struct.unpack_from)
t(struct.unpack_from, 'i')
t(s.unpack_from, 1, 2, 3)
