# typing: every public name, subscription and its errors, protocols, hints, named tuples and typed dicts.
import typing, collections, collections.abc, pickle, copy, inspect, sys
from typing import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for n in sorted(typing.__all__):
    o=getattr(typing,n)
    if n == 'dataclass_transform': continue
    if inspect.isfunction(o): print(n, inspect.signature(o), o.__module__, o.__qualname__); continue
    print(n, repr(o), getattr(o,'__module__',None), getattr(o,'__name__',None), getattr(o,'__qualname__',None), getattr(o,'__parameters__',None), getattr(o,'__origin__',None), getattr(o, '_nparams', None), getattr(o,'_inst',None))
    if isinstance(o,typing._SpecialGenericAlias): print('   ', o.__doc__.splitlines()[0], pickle.loads(pickle.dumps(o)) is o, copy.copy(o) is o)
    if inspect.isclass(o) and o.__module__=='typing': print('   ', [c.__name__ for c in o.__mro__])
for c in (typing.IO,typing.BinaryIO,typing.TextIO,typing.SupportsAbs,typing.SupportsRound,typing.SupportsInt):
    print(c, sorted(getattr(c,'__abstractmethods__',())), getattr(c,'__parameters__',0), getattr(c,'__orig_bases__',0), getattr(c,'__type_params__',None), getattr(c,'_is_runtime_protocol',None))
    for k,v in sorted(c.__dict__.items()):
        if inspect.isfunction(v) and not k in('__init__',): print('  ',k,inspect.signature(v), v.__qualname__, v.__module__, getattr(v,'__isabstractmethod__',None), v.__annotations__)
        if isinstance(v,property): print('  ',k, inspect.signature(v.fget), v.__isabstractmethod__)
T=TypeVar('T'); U=TypeVar('U'); P=ParamSpec('P'); Ts=TypeVarTuple('Ts')
class G(Generic[T]): pass
class G2(Generic[T,U]): pass
class GP(Generic[P]): pass
class GV(Generic[T,Unpack[Ts]]): pass
exprs='''List[int];List[T][int];List[int][str];List[int,str];List[()];List;Dict[str,int];Dict[str];Tuple[int,...];Tuple[()];Tuple[int,str];Tuple[...];Tuple[1];Tuple[int,...,str];Optional[int];Optional[None];Optional[int,str];Optional["X"];Union[int];Union[int,str,int];Union[()];Union[int,None];Union[None,int,str];Union[int,Union[str,float]];Union[1];Union[int|str,float];int|List[int];List[int]|None;Callable[[int],str];Callable[...,str];Callable[int,str];Callable[[],None];Callable;Callable[P,int];Callable[Concatenate[int,P],T];Callable[Concatenate[int,P],T][[str],float];Callable[[T],U][int,str];Callable[P,T][int,str];Callable[int];Concatenate[int];Concatenate[()];Concatenate[int,...];Literal[1];Literal[1,True];Literal[1,2,1];Literal[Literal[1,2],3];Literal[[]];Literal[()];Literal["x"];Literal[None];Annotated[int];Annotated[int,1];Annotated[Annotated[int,1],2];Annotated[List[T],1][int];Annotated[1,2];Annotated[*Ts,1];ClassVar[int];ClassVar[1,2];ClassVar;Final[int];ClassVar[Final[int]];List[ClassVar[int]];List[Final[int]];List[Final];List[ClassVar];List[Any];List[NoReturn];List[Generic];List[Protocol];List[Generic[T]];Generic[int];Generic[T,T];Generic[()];Generic;Protocol[T];Protocol[int];G[int];G[int,str];G[T];G[T][int];G[int][str];G2[int];G2[int,str];G2[T,int][str];GP[int,str];GP[[int,str]];GP[...];GP[P];GP[1];GV[int];GV[int,str,float];GV[()];GV[int,*Tuple[str,...]];GV[*Tuple[int,...],*Tuple[int,...]];Unpack[Ts];Unpack[Tuple[int,str]];Unpack[int];Tuple[*Ts];Tuple[*Ts][int,str];Type[int];Type;TypeGuard[int];TypeIs[int];Required[int];NotRequired[int,str];ReadOnly[int];Never[int];NoReturn[int];Any[int];Self[int];LiteralString;TypeAlias;Counter[str];ChainMap[str,int];DefaultDict[str,int];OrderedDict[str,int];Deque[int];Generator[int];Generator[int,str];Generator[int,str,float];Generator[int,int,int,int];Generator[()];AsyncGenerator[int];ContextManager[int];ContextManager[int,bool];ContextManager[int,int,int];Pattern[str];Match[bytes];Hashable[int];Sized[int];Iterable[T][int];Mapping[str,int];Awaitable[int];Coroutine[int,str,float];AsyncIterator[int];ByteString[int];AbstractSet[int];KeysView[int];ItemsView[int,str];SupportsAbs[int];SupportsInt[int];IO[str];TextIO[str];BinaryIO;Text;ForwardRef("x");ForwardRef("x y");ForwardRef(1);NewType("N",int);NewType("a.N",int);List["Foo"];List[None];isinstance([],List);isinstance([],List[int]);issubclass(list,List);issubclass(list,Sequence);issubclass(List,list);issubclass(List[int],List);issubclass(list,List[int]);isinstance(1,Union[int,str]);isinstance(1,Optional[int]);isinstance(1,Union[int,List[int]]);isinstance("",Union[int,List[int]]);issubclass(int,Union[int,str]);isinstance(1,Any);issubclass(int,Any);Any();Union();List();Dict();List[int]();Dict[str,int]();G[int]().__orig_class__;Tuple();Callable();Callable[[],int]();Type[int]();Deque();DefaultDict[str,int](list);Optional();isinstance(1,Union);issubclass(int,Optional);isinstance(1,Literal[1]);isinstance(1,Annotated[int,1]);Annotated[list,1]();hash(Union[int,str])==hash(Union[str,int]);Union[int,str]==Union[str,int];Literal[1]==Literal[True];Literal[1,2]==Literal[2,1];List[int]==List[int];List[int] is List[int];list[int]==List[int];Optional[int]==(int|None);get_origin(List[int]);get_origin(Union[int,str]);get_origin(int|str);get_origin(Annotated[int,1]);get_origin(Generic);get_origin(Generic[T]);get_origin(int);get_origin(P.args);get_origin(Callable[[],int]);get_origin(Literal[1]);get_args(List[int]);get_args(Union[int,str]);get_args(int|str);get_args(Annotated[int,1,2]);get_args(Callable[[int,str],float]);get_args(Callable[...,int]);get_args(Callable[P,int]);get_args(collections.abc.Callable[[int],str]);get_args(int);get_args(Literal[1,2]);get_args(Tuple[()]);get_args(dict[str,int]);is_typeddict(int);is_protocol(SupportsInt);is_protocol(Protocol);get_protocol_members(SupportsInt);get_protocol_members(int);isinstance(1,SupportsInt);isinstance("",SupportsInt);isinstance(1.5,SupportsRound);issubclass(int,SupportsIndex);issubclass(1,SupportsInt);dir(List[int])[:3];List.foo;List[int].append;List[int].__name__;List.__name__;Union.__name__;Union[int,str].__name__;Optional[int].__name__;Literal[1].__name__;Union[int,str].__module__;List[int].__module__;G[int].__module__;G[int].__name__;List[int].__doc__;List.__doc__;[x for x in Tuple[int]];[x for x in List[int]];iter(List);iter(Union[int,str]);assert_never(1);cast(int,"x");final(3);override(3);typing.foo;typing.List.__mro_entries__((List,));class_(List[int]);class_(Union[int,str]);class_(Optional);class_(Literal[1]);class_(Any);class_(NewType("N",int));class_(Generic);class_(Generic[T],Generic[U]);class_(Generic[T],List[U]);class_(List[T],Generic[T]);class_(Protocol,int);class_(Protocol[T]);class_(Annotated[int,1]);class_(Callable[[int],str]);class_(Tuple[int]);class_(TypeVar);class_(typing._SpecialForm);class_(ForwardRef);class_(Final);class_(NamedTuple);class_(SupportsInt);class_(IO[str]);class_(Dict);class_(Hashable)'''
def class_(*bases):
    import types
    c=types.new_class('C',bases)
    return [b.__name__ for b in c.__mro__], c.__bases__, getattr(c,'__orig_bases__',None), getattr(c,'__parameters__',None)
for e in exprs.split(';'):
    print(e, end=' -> '); t(lambda: eval(e))
    try: v=eval(e)
    except BaseException: continue
    try: print('    ', hash(v)==hash(eval(e)), v==eval(e), pickle.loads(pickle.dumps(v))==v, copy.deepcopy(v)==v, getattr(v,'__args__',None), getattr(v,'__parameters__',None))
    except BaseException as x: print('    ', type(x).__name__, str(x)[:100].split(' at 0x')[0])
class Pr(Protocol):
    x: int
    def m(self): ...
@runtime_checkable
class RP(Protocol):
    x: int
    def m(self): ...
@runtime_checkable
class RM(Protocol):
    def m(self): ...
class A:
    x=1
    def m(self): pass
class B: m=None
class C2(RM): pass
class C3(Pr):
    def __init__(self,a): self.a=a
for e in 'isinstance(A(),Pr);issubclass(A,Pr);isinstance(A(),RP);issubclass(A,RP);isinstance(A(),RM);issubclass(A,RM);issubclass(B,RM);isinstance(B(),RM);Pr();RM();C2() is None;C3(1).a;C3();issubclass(C2,RM);issubclass(C3,Pr);issubclass(1,RM);issubclass(1,RP);runtime_checkable(A);sorted(get_protocol_members(RP));RP.__non_callable_proto_members__;sorted(Pr.__protocol_attrs__);isinstance(1,Protocol);issubclass(RM,Protocol);issubclass(int,Protocol)'.split(';'):
    print(e,end=' -> '); t(lambda: eval(e))
@overload
def f(a:int)->int: ...
@overload
def f(a:str)->str: ...
t(lambda: f(1))
def f(a): return a
t(lambda: [x.__annotations__ for x in get_overloads(f)]); t(lambda: get_overloads(len)); clear_overloads(); t(lambda: get_overloads(f)); t(lambda: overload(3).__name__); t(lambda: get_overloads(print))
@no_type_check
class NT:
    def a(self, x:'bad'): pass
    @classmethod
    def b(cls, x:'bad'): pass
    @staticmethod
    def c(x:'bad'): pass
    class In:
        def d(self, x:'bad'): pass
    e=A.m; I2=A
t(lambda: (NT.__no_type_check__, NT.a.__no_type_check__, NT.b.__no_type_check__, NT.c.__no_type_check__, NT.In.d.__no_type_check__, hasattr(A.m,'__no_type_check__'), hasattr(A,'__no_type_check__'), get_type_hints(NT.a), get_type_hints(NT))); t(lambda: no_type_check(int))
class TD(TypedDict, total=False):
    a: Required[int]; b: 'str'; c: ReadOnly[NotRequired[int]]
t(lambda: (TD.__annotations__, sorted(TD.__required_keys__), sorted(TD.__optional_keys__), TD.__total__, sorted(TD.__readonly_keys__), sorted(TD.__mutable_keys__), TD.__mro__, TD.__bases__, TD.__orig_bases__ == (TypedDict,), TD(a=1), get_type_hints(TD), get_type_hints(TD,include_extras=True)))
t(lambda: isinstance({},TD)); t(lambda: TypedDict('Q',{'x':int}).__annotations__); t(lambda: TypedDict('Q')); t(lambda: TypedDict('Q',None)); t(lambda: TypedDict('Q',{'x':1})); t(lambda: types_ok())
class NTp(NamedTuple):
    a: int; b: str='x'
    def m(self): return self.a
t(lambda: (NTp(1), NTp(1).m(), NTp._fields, NTp._field_defaults, NTp.__annotations__, NTp.__bases__, NTp.__orig_bases__ == (NamedTuple,), NTp.__mro__)); t(lambda: NamedTuple('Z',[('a',int)])(1)); t(lambda: NamedTuple('Z')); t(lambda: NamedTuple('Z',a=int)); t(lambda: NamedTuple('Z',[('a',1)])); t(lambda: NTp())
def bad(src):
    try: exec(src, globals())
    except BaseException as e: print(src.split('\n')[0][:60], type(e).__name__, e, getattr(e,'__notes__',None))
bad('class X(NamedTuple):\n a:int=1\n b:int'); bad('class X(NamedTuple,int): a:int'); bad('class X(NamedTuple):\n _a:int'); bad('class X(NamedTuple):\n a:int\n def __new__(c): pass'); bad('class X(TD,int): pass'); bad('class X(TD):\n a: ReadOnly[int]'); bad('class X(TypedDict):\n a: 1'); bad('class X(TD, total=3, q=1): pass')
class S:
    def __set_name__(self,o,n): 1/0
bad('class X(NamedTuple):\n a:int\n s=S()')
class Base:
    x: 'int'; y: ClassVar['str']; z: Final[int]=3
class Der(Base): w: 'List[Base]'; v: None; u: Optional['Der']=None
t(lambda: get_type_hints(Der)); t(lambda: get_type_hints(get_type_hints)); t(lambda: get_type_hints(3)); t(lambda: get_type_hints(len)); t(lambda: get_type_hints(sys))
def fn(a:'int', b:Annotated[List['str'],1]=None, *c:'Unpack[Ts]', d:'nope'=1)->None: pass
t(lambda: get_type_hints(fn)); fn.__annotations__.pop('d'); t(lambda: get_type_hints(fn)); t(lambda: get_type_hints(fn,include_extras=True))
class PT[X, *Y, **Z]:
    a: 'X'
    def m[Q](self, q:'Q', x:'X'): pass
t(lambda: (get_type_hints(PT), get_type_hints(PT.m), PT[int,str,[float]], PT.__parameters__, PT.__orig_bases__))
type Al[T] = List[T]
t(lambda: (Al[int], Al.__value__, Al[int].__args__, get_origin(Al[int])))
t(lambda: ForwardRef('int')._evaluate({}, {}, recursive_guard=frozenset())); t(lambda: ForwardRef('List[int]')._evaluate(globals(), None, type_params=(), recursive_guard=frozenset())); t(lambda: ForwardRef('x')==ForwardRef('x')); t(lambda: ForwardRef('x')|int); t(lambda: int|ForwardRef('x')); t(lambda: ForwardRef('x', module='m'))
t(lambda: typing.NewType('N',int)|str); t(lambda: inspect.signature(NewType)); t(lambda: inspect.signature(ForwardRef)); t(lambda: inspect.signature(TypedDict));t(lambda: inspect.signature(NamedTuple)); t(lambda: inspect.signature(get_type_hints))
import weakref
for e in 'List[int];Callable[[int],str];Union[int,str];Literal[1];Annotated[int,1];Tuple[int];Concatenate[int,P];Unpack[Ts];List;Callable;Tuple;Any;Union;Optional;ForwardRef("x");G[int];Optional[int];Generator'.split(';'):
    t(lambda: weakref.ref(eval(e)) and e)
