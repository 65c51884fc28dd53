# Zones that TZ describes, odd time tuples and clocks, what strptime refuses.
import os,time
os.environ['TZ']='America/New_York'; time.tzset()
print(time.tzname, time.localtime(0), time.timezone)
os.environ['TZ']='EST+05EDT,M4.1.0,M10.5.0'; time.tzset()
print(time.tzname, time.localtime(0), time.timezone, time.altzone, time.daylight)
os.environ['TZ']='AEST-10AEDT-11,M10.5.0,M3.5.0'; time.tzset()
print(time.tzname, time.localtime(0), time.timezone, time.altzone, time.daylight)
for tz in ['UTC+03','GMT','UTC','<+0330>-3:30','JST-9','XYZ','EST5','CET-1CEST','Nowhere/City','', 'EST5EDT4,0,365', 'IST-1GMT0,M10.5.0,M3.5.0/1']:
    os.environ['TZ']=tz; time.tzset()
    print(tz,time.tzname, time.timezone, time.altzone, time.daylight, time.localtime(1e9)[:], time.localtime(1e9+86400*180)[:])
del os.environ['TZ']; time.tzset(); print(time.tzname)
import time, datetime
def f(g,*a):
    try: print(g.__name__, a, repr(g(*a)))
    except BaseException as e: print(g.__name__, a, type(e).__name__, e, e.__suppress_context__)
T=(2000,1,1,0,0,0,0,1,0)
for y in (2**31-1, 2**31, -2**31, -2**31-1, -2**31+1899, -2**31+1900, 2**31+1899, -1, 0, 99, 12345):
    t=(y,)+T[1:]
    f(time.asctime,t); f(time.strftime,'%Y',t); f(time.mktime, t)
f(time.strftime,'%S\0',T)
f(time.strftime,'a\0b%S',T)
f(time.strptime,'','%D'); f(time.strptime,'19','%Y %')
f(datetime.datetime.strptime,'','%D'); f(datetime.datetime.strptime,'19','%Y %'); f(datetime.datetime.strptime,'2019x','%Y'); f(time.strptime,'2019-13','%Y-%m')
f(time.strptime,'30 2 2019','%d %m %Y')
f(datetime.datetime.strptime,'30 2 2019','%d %m %Y')
f(time.strptime,'366 2019','%j %Y')
f(datetime.datetime.strptime, '2022-W53-1','%G-W%V-%u')
f(time.strptime,'+01:0030','%z'); f(time.strptime,'1a','%d%'); f(time.strptime,'é','é'); f(time.strptime,'É','é'); f(time.strptime,'1999\u0663','%Y')
f(time.asctime, 0); f(time.asctime, ()); f(time.asctime,(0,)*10); f(time.asctime, (1,)*8+('a',)); f(time.strftime, b'%S', T); f(time.strftime, 5)
f(time.clock_gettime, 99); f(time.clock_gettime_ns, 'x'); f(time.clock_getres, 99)
f(time.get_clock_info,'x')
f(time.mktime,(2000,1,1,0,0,0,0,1)); f(time.mktime,T); f(time.struct_time,(1,2)); f(time.struct_time, range(11)); f(time.struct_time, range(12))
import _strptime
print(_strptime._strptime("-01:30:30.000001 UTC", "%z %Z"), _strptime._strptime_time(data_string="2001", format="%Y"))
try: _strptime._strptime_time(data_string="%d", format="%A")
except ValueError as e: print(e)

try: _strptime._strptime("-0130:30", "%z")
except ValueError as e: print(e)
