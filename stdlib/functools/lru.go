// lru_cache and cache: a wrapper that remembers results by arguments. A bounded one keeps its entries in a ring,
// most recently used before the root.
package functools

import "pyasync/object"

var lruType, linkType object.Type

type lru struct {
	header
	f            value
	entries      *object.Dict // key: the result, or a link when bounded
	maxsize      int          // -1: unbounded
	typed        bool
	hits, misses int64
	root         link
	dict         *object.Dict
}

// link is an entry of a bounded cache.
type link struct {
	header
	prev, next *link
	key        value
	hash       int64
	result     value
}

func init() {
	object.Define(&lruType, object.Spec{Name: "functools._lru_cache_wrapper", Alloc: object.Allocator[lru](), Flags: 0,
		Doc:    "Create a cached callable that wraps another function.",
		DictOf: func(v value, create bool) *object.Dict { return object.DictAt(&(*lru)(v.Ptr()).dict, create) },
		Slots: object.Slots{New: lruNew, Call: lruCall, DescrGet: func(th *thread, d, obj, owner value) value {
			if obj.H == nil || obj.IsNone() {
				return d
			}
			return object.NewBoundMethod(d, obj)
		}},
		Methods: []object.Method{
			{Name: "cache_info", F0: lruInfo, Doc: "Report cache statistics"},
			{Name: "cache_clear", F0: lruClear, Doc: "Clear the cache and cache statistics"},
			{Name: "__reduce__", F0: func(th *thread, v value) value { return th.GetAttrName(v, "__qualname__") }},
			{Name: "__copy__", F0: func(th *thread, v value) value { return v }},
			{Name: "__deepcopy__", Sig: "memo, /", F1: func(th *thread, v, memo value) value { return v }},
		},
		Getset: []object.Getset{dictGetset(func(v value) **object.Dict { return &(*lru)(v.Ptr()).dict })},
	})
	object.Define(&linkType, object.Spec{Name: "functools._lru_list_elem", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[link]()})
}

// kwMark stands between positional and keyword arguments in a key. It is compared by identity only.
var kwMark = &object.Instance{Header: header{Shape: &object.ObjectType.Root}}

// lruCache is lru_cache: a decorator, or a function that makes one.
func lruCache(th *thread, self value, a []value) value {
	maxsize, typed := 128, false
	if a[1].H != nil {
		var ok bool
		if typed, ok = th.Truth(a[1]); !ok {
			return value{}
		}
	}
	shown := object.Int(128)
	if m := a[0]; m.H != nil {
		switch {
		case m.IsNone():
			maxsize, shown = -1, object.None
		case m.Is(&object.IntType) || m.IsBool():
			n, ok := th.AsIndex(m, nil)
			if !ok {
				return value{}
			}
			maxsize = max(n, 0)
			shown = object.Int(int64(maxsize))
		case m.Type().Call != nil && (a[1].H == nil || a[1].IsBool()):
			return newLRU(th, self, m, 128, typed, shown)
		default:
			return th.TypeError("Expected first argument to be an integer, a callable, or None")
		}
	}
	state := object.TupleOf(self, object.Int(int64(maxsize)), object.Bool(typed), shown)
	return object.NewBuiltin(&decoratingFunction, state, "functools")
}

var decoratingFunction = object.Method{Name: "decorating_function", Sig: "user_function", F: func(th *thread, self value, a []value) value {
	s, _ := object.AsTuple(self)
	maxsize, _ := s.Items[1].SmallInt()
	return newLRU(th, s.Items[0], a[0], int(maxsize), s.Items[2] == object.True, s.Items[3])
}}

func cache(th *thread, self, f value) value { return newLRU(th, self, f, -1, false, object.None) }

// newLRU wraps f; module is functools itself.
func newLRU(th *thread, module, f value, maxsize int, typed bool, shown value) value {
	if f.Type().Call == nil {
		return th.TypeError("the first argument must be callable")
	}
	v := object.Allocate(&lruType)
	(*lru)(v.Ptr()).init(f, maxsize, typed)
	parameters := object.NewDict()
	parameters.SetName("maxsize", shown)
	parameters.SetName("typed", object.Bool(typed))
	if !th.SetAttr(v, strParameters, object.NewBuiltin(&parametersFunction, parameters.V(), "functools")) {
		return value{}
	}
	return updateWrapper(th, module, []value{v, f, {}, {}})
}

var strParameters = shared("cache_parameters")

var parametersFunction = object.Method{Name: "cache_parameters", F0: func(th *thread, self value) value {
	d, _ := object.AsDict(self)
	return d.Copy().V()
}}

func (l *lru) init(f value, maxsize int, typed bool) {
	l.f, l.maxsize, l.typed, l.entries = f, maxsize, typed, object.NewDict()
	l.root.prev, l.root.next = &l.root, &l.root
}

var lruArgs = &object.ArgParser{Name: "_lru_cache_wrapper", Sig: "user_function, maxsize, typed, cache_info_type"}

func lruNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var in [4]value
	if !lruArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	if in[0].Type().Call == nil {
		return th.TypeError("the first argument must be callable")
	}
	maxsize := -1
	if !in[1].IsNone() {
		n, ok := th.AsIndex(in[1], &object.OverflowErrorType)
		if !ok {
			return th.TypeError("maxsize should be integer or None")
		}
		maxsize = max(n, 0)
	}
	typed, ok := th.Truth(in[2])
	if !ok {
		return value{}
	}
	v := object.Allocate(t)
	(*lru)(v.Ptr()).init(in[0], maxsize, typed)
	return v
}

// key makes the dict key of a call: the argument itself when it is a single int or str, else a tuple.
func (l *lru) key(args []value, kw []*object.Str) value {
	if len(kw) == 0 && !l.typed {
		if len(args) == 1 && (args[0].IsExact(&object.IntType) || args[0].IsExact(&object.StrType)) {
			return args[0]
		}
		return object.TupleCopy(args).V()
	}
	npos := len(args) - len(kw)
	items := append(make([]value, 0, 2*len(args)+len(kw)+1), args[:npos]...)
	if len(kw) > 0 {
		items = append(items, object.ObjectValue(&kwMark.Header))
		for i, k := range kw {
			items = append(items, k.V(), args[npos+i])
		}
	}
	if l.typed {
		for _, x := range args {
			items = append(items, x.Type().V())
		}
	}
	return object.NewTuple(items).V()
}

func lruCall(th *thread, v value, args []value, kw []*object.Str) value {
	l := (*lru)(v.Ptr())
	if l.maxsize == 0 {
		l.misses++
		return th.Call(l.f, args, kw)
	}
	key := l.key(args, kw)
	h, ok := th.Hash(key)
	if !ok {
		return value{}
	}
	found, ok := l.entries.GetHash(th, key, h)
	if !ok {
		return value{}
	}
	if found.H != nil {
		l.hits++
		if l.maxsize < 0 {
			return found
		}
		x := (*link)(found.Ptr())
		x.unlink()
		l.pushFront(x)
		return x.result
	}
	l.misses++
	r := th.Call(l.f, args, kw)
	if r.H == nil {
		return r
	}
	if l.maxsize < 0 {
		if !l.entries.SetHash(th, key, h, r) {
			return value{}
		}
		return r
	}
	if !l.remember(th, key, h, r) {
		return value{}
	}
	return r
}

// remember adds a result to a bounded cache, in the place of the one unused longest when it is full. The call may
// have stored the same key already, or filled the cache.
func (l *lru) remember(th *thread, key value, h int64, r value) bool {
	found, ok := l.entries.GetHash(th, key, h)
	if !ok || found.H != nil {
		return ok
	}
	if l.entries.Len() >= l.maxsize && l.root.next != &l.root {
		oldest := l.root.next
		oldest.unlink()
		if _, ok := l.entries.PopHash(th, oldest.key, oldest.hash); !ok {
			return false
		}
	}
	x := &link{header: header{Shape: &linkType.Root}, key: key, hash: h, result: r}
	l.pushFront(x)
	return l.entries.SetHash(th, key, h, object.ObjectValue(&x.header))
}

func (x *link) unlink() {
	x.prev.next, x.next.prev = x.next, x.prev
}

// pushFront makes x the most recently used.
func (l *lru) pushFront(x *link) {
	last := l.root.prev
	x.prev, x.next = last, &l.root
	last.next, l.root.prev = x, x
}

func lruClear(th *thread, v value) value {
	l := (*lru)(v.Ptr())
	l.hits, l.misses = 0, 0
	l.entries.Clear()
	l.root.prev, l.root.next = &l.root, &l.root
	return object.None
}

func lruInfo(th *thread, v value) value {
	l := (*lru)(v.Ptr())
	t := infoType(th)
	if t.H == nil {
		return t
	}
	size := object.None
	if l.maxsize >= 0 {
		size = object.Int(int64(l.maxsize))
	}
	return th.CallArgs(t, object.Int(l.hits), object.Int(l.misses), size, object.Int(int64(l.entries.Len())))
}

type infoKey struct{}

// infoType returns the named tuple of cache_info(), made once an interpreter.
func infoType(th *thread) value {
	if t, ok := th.Interp.Ext(infoKey{}).(value); ok {
		return t
	}
	m := th.Interp.Hooks.Import(th, "collections")
	if m.H == nil {
		return m
	}
	f := th.GetAttrName(m, "namedtuple")
	if f.H == nil {
		return f
	}
	var names []value
	for _, n := range []string{"hits", "misses", "maxsize", "currsize"} {
		names = append(names, object.StrValue(n))
	}
	t := th.CallArgs(f, object.StrValue("CacheInfo"), object.NewList(names).V())
	if t.H == nil || !th.SetAttr(t, shared("__module__"), object.StrValue("functools")) {
		return value{}
	}
	th.Interp.SetExt(infoKey{}, t)
	return t
}
