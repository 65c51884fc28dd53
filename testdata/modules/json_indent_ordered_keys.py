# Odd indents and separators of json.dumps, and the KeyErrors of mappings for keys that are tuples or None.
from collections import *
import json
def a(f,*x):
    try: print(repr(f(*x)))
    except Exception as e: print(type(e).__name__,e,e.args)
for k in ((),(1,2),(1,),'a',None):
    o=OrderedDict(); d={}; s=set(); c=ChainMap({}); dd=defaultdict(None); ct=Counter(); u=UserDict()
    for f in (o.move_to_end,o.pop,o.__getitem__,o.__delitem__,d.pop,d.__getitem__,d.__delitem__,s.remove,c.pop,c.__getitem__,c.__delitem__,dd.__getitem__,dd.pop,ct.pop,ct.__delitem__,ct.__getitem__,u.pop,u.__getitem__,u.__delitem__): a(f,k)
for ind in (None,0,1,3,-1,-5,1.5,'x','',True,False,[1],2**40,10**20,(1,),b'x'):
    for v in (5,[],[1],{},{'a':[1,{}]}, 'a', None):
        if ind in (2**40,10**20) and v: continue
        print(ind,v,end=' ');a(lambda: json.dumps(v,indent=ind))
for k in ({'a':1,2:3,None:4,True:5,1.5:6},{(1,):2},{'b':1,'a':2}):
  for kw in (dict(sort_keys=True),dict(skipkeys=True),dict(separators=(',',)),dict(separators=(',',':')),dict(separators=5),dict(separators=(1,2)),dict(separators='ab'),dict(default=str),dict(cls=5),dict(allow_nan=False),dict(check_circular=False),dict(zz=1),dict(ensure_ascii=5),dict(sort_keys='x',indent=1)):
    print(k,kw,end=' '); a(lambda: json.dumps(k,**kw))
