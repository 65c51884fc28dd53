# Paths of Windows, as text.
import ntpath, itertools, os
P=['','a','\\','/','c:','c:\\','c:/','C:a','c:\\a','c:/a/b','\\a\\b','//srv/share','\\\\srv\\share\\','//srv/share/x/y','\\\\?\\UNC\\s\\h\\d','//?/unc/s/h','\\\\.\\dev\\x','//srv','//srv/','a\\..\\b','..\\a','\\..\\a','c:..\\a','a/./b//c','a.txt','d.e/f','.x','a.','c:x.y.z','///a','c:\\..','.','..','a\\','a//', 'nul','x\\con.txt','a ','b.','COM1','a:b','a*','D:\\b', '//x/y/', 'c:\\a\\b\\c','C:\\A\\d']
for p in P:
    for f in ('normcase','isabs','splitroot','splitdrive','split','splitext','basename','dirname','normpath','isreserved'):
        print(f, repr(p), repr(getattr(ntpath,f)(p)), repr(getattr(ntpath,f)(p.encode())))
for a,b in itertools.product(P,P):
    print(repr(a),repr(b),repr(ntpath.join(a,b)))
    for f in (lambda: ntpath.commonpath([a,b]), lambda: ntpath.relpath(a,b) if ntpath.isabs(a) and ntpath.isabs(b) else None):
        try: print(repr(f()))
        except Exception as e: print(type(e).__name__,e)
os.environ['foo']='bar'; os.environ['{foo']='baz1'; os.environ['USERPROFILE']='C:\\Users\\me'; os.environ['USERNAME']='me'
for s in ['foo','$foo bar','${foo}bar','$[foo]bar','$bar bar','$?bar','$foo}bar','${foo','${{foo}}','$foo$foo','%foo% bar','%foo%bar',"%foo%%foo%","%%foo%%","%?bar%","%foo%'%foo%'bar","'%foo%'%foo%'bar","bar'%foo%","$$foo","%%","$","%","a%b","'","$foo-","$foo-x$"]:
    print(repr(s), repr(ntpath.expandvars(s)), repr(ntpath.expandvars(s.encode())))
for s in ['~','~\\x','~me/y','~other\\z','a~','~other']: print(ntpath.expanduser(s), ntpath.expanduser(s.encode()))
for f,a in [(ntpath.join,('a',b'b')),(ntpath.join,(1,)),(ntpath.commonpath,(['a',b'b'],)),(ntpath.relpath,('',)),(ntpath.commonpath,([],)),(ntpath.split,(5,))]:
    try: print(f(*a))
    except Exception as e: print(type(e).__name__,e)
