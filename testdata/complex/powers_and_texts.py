inf=float('inf'); nan=float('nan')
vals=[0j,complex(-0.0,-0.0),1j,1+2j,complex(inf,0),complex(inf,inf),complex(nan,0),complex(0,nan),1e200+0j,1e-320j]
exps=[0,1,2,-1,-2,0.5,-0.5,1j,1+1j,100,101,inf,nan,complex(0,inf),3.7, 1e300,-1e300]
for a in vals:
    for b in exps:
        try: r=a**b
        except Exception as e: r=type(e).__name__, str(e)
        print(a,b,r)
for a in (-inf, inf, nan, -2.0, 0.0):
    for b in (1j, 0j, 2+0j, 0.5):
        try: r=a**b
        except Exception as e: r=type(e).__name__, str(e)
        print(a,b,r)
        try: r=b**a
        except Exception as e: r=type(e).__name__, str(e)
        print(b,a,r)
for s in "_id1","1_0","1__0","1_","_1","1_0j","1+_1j","1_0+2j x","1e_5","1_e5","x_","j_","(1_0)","1_0)","nan_","é_1":
    try: r=complex(s)
    except Exception as e: r=type(e).__name__, str(e)
    print(s,r)
    try: r=float(s)
    except Exception as e: r=type(e).__name__, str(e)
    print(s,r)
for x in b' pad ', bytearray(b' pad '), b'\xff', 'é_':
    for f in int, float, lambda x:int(x,5), complex:
        try: print(f(x))
        except Exception as e: print(type(e).__name__,e)
