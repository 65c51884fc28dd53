# Decimals from tuples, right and wrong ones.
from decimal import Decimal
for t in ((1,'x',None), (1,'x',0), ('a',(1,),0), (2,(1,),0), (0,(1,),'F'), (0,'x','F'), (0,(1,),'n'), (0,(),'N'), (0,(1,),'Q'), (0,(1,11),0), (0,(1,'a'),0), (0,(1,'a'),'F'),(0,[1,2],0), (0,{1},0), (0,5,None), (None,(1,),None), ('a','b','c'), (0,(1,)), (0,(1,),1.5), (0,(1,),10**30), (True,(True,),True), (0,(),0), (0,(),5), (0,(0,0,1),2), (0, None, 0), (0, None, 'n'), (1.0,(1,),0), (0,(1,),-10**30), (0,(1,),b'F'), (2,'x',0), (2,(1,),'F'), (0,(-1,),0), (0,(1.0,),0)):
    try: print(t, Decimal(t))
    except Exception as e: print(t, type(e).__name__, e)
