// The module: the current context, signals, localcontext().
package decimal

import "pyasync/object"

type (
	value  = object.Value
	thread = object.Thread
)

// state is the module's state in one interpreter: its exception classes and the variable of the current context.
type state struct {
	module     *object.Module
	classes    map[uint32]value // by signal or condition
	base       value
	contextVar value
	tupleType  value
	templates  [3]value // DefaultContext, BasicContext, ExtendedContext
}

type stateKey struct{}

func stateOf(th *thread) *state { return th.Interp.Ext(stateKey{}).(*state) }

// signalNames in the order of their bits.
var signalNames = [numSignals]string{"InvalidOperation", "FloatOperation", "DivisionByZero", "Overflow", "Subnormal", "Underflow", "Rounded", "Inexact", "Clamped"}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	if s, ok := th.Interp.Ext(stateKey{}).(*state); ok {
		return s.export(m)
	}
	s := &state{module: m, classes: map[uint32]value{}}
	th.Interp.SetExt(stateKey{}, s)
	if !s.makeClasses(th, m) || !s.makeVariable(th) {
		return false
	}
	m.AddTypes(&DecimalType, &ContextType)
	m.HasCore("_decimal")
	m.AddFuncs(functions)
	m.Set("DecimalTuple", s.tupleType)
	m.Set("__version__", object.StrValue("1.70")) // of the specification
	m.Set("__libmpdec_version__", object.StrValue("2.5.1"))
	for _, name := range roundingNames {
		m.Set(name, object.StrValue(name))
	}
	for name, n := range map[string]int64{"MAX_PREC": maxPrec, "MAX_EMAX": maxExp, "MIN_EMIN": -maxExp, "MIN_ETINY": -maxExp - maxPrec + 1} {
		m.Set(name, object.Int(n))
	}
	m.Set("HAVE_THREADS", object.True)
	m.Set("HAVE_CONTEXTVAR", object.True)
	const standard = sigInvalid | sigDivZero | sigOverflow
	for i, t := range []struct {
		name        string
		prec, round int
		traps       uint32
	}{{"DefaultContext", 28, roundHalfEven, standard}, {"BasicContext", 9, roundHalfUp, standard | sigClamped | sigUnderflow}, {"ExtendedContext", 9, roundHalfEven, 0}} {
		c := newContext()
		c.prec, c.rounding, c.traps = t.prec, t.round, t.traps
		s.templates[i] = c.V()
		m.Set(t.name, c.V())
	}
	return true
}

// export fills a module that was imported afresh with what the first one has: the classes are the same.
func (s *state) export(m *object.Module) bool {
	for pos := 0; ; {
		k, v, next, more := s.module.Dict.Next(pos)
		if !more {
			return true
		}
		pos = next
		if name, _ := object.AsStr(k); m.Dict.GetStr(name).IsNil() {
			m.Dict.SetStr(name, v)
		}
	}
}

func (s *state) makeClasses(th *thread, m *object.Module) bool {
	class := func(name string, bases ...value) value {
		ns := object.NewDict()
		ns.SetName("__module__", object.StrValue("decimal"))
		c := th.CallArgs(object.TypeType.V(), object.StrValue(name), object.TupleCopy(bases).V(), ns.V())
		if c.H != nil {
			m.Set(name, c)
		}
		return c
	}
	s.base = class("DecimalException", object.ArithmeticErrorType.V())
	if s.base.H == nil {
		return false
	}
	c := s.classes
	for _, sig := range []uint32{sigClamped, sigInvalid, sigInexact, sigRounded, sigSubnormal} {
		c[sig] = class(signalNames[bitIndex(sig)], s.base)
	}
	c[sigDivZero] = class("DivisionByZero", s.base, object.ZeroDivisionErrorType.V())
	c[sigOverflow] = class("Overflow", c[sigInexact], c[sigRounded])
	c[sigUnderflow] = class("Underflow", c[sigInexact], c[sigRounded], c[sigSubnormal])
	c[sigFloat] = class("FloatOperation", s.base, object.TypeErrorType.V())
	c[condSyntax] = class("ConversionSyntax", c[sigInvalid])
	c[condImpossible] = class("DivisionImpossible", c[sigInvalid])
	c[condUndefined] = class("DivisionUndefined", c[sigInvalid], object.ZeroDivisionErrorType.V())
	class("InvalidContext", c[sigInvalid])
	for _, x := range c {
		if x.H == nil {
			return false
		}
	}
	return true
}

func bitIndex(sig uint32) int {
	i := 0
	for sig > 1 {
		sig >>= 1
		i++
	}
	return i
}

// makeVariable makes the context variable that holds the current context, so that each task has its own.
func (s *state) makeVariable(th *thread) bool {
	imported := func(module, name string) value {
		mod := th.Interp.Hooks.Import(th, module)
		if mod.H == nil {
			return mod
		}
		return th.GetAttrName(mod, name)
	}
	class := imported("contextvars", "ContextVar")
	if class.H == nil {
		return false
	}
	if s.contextVar = th.CallArgs(class, object.StrValue("decimal_context")); s.contextVar.H == nil {
		return false
	}
	make := imported("collections", "namedtuple")
	if make.H == nil {
		return false
	}
	s.tupleType = th.Call(make, []value{object.StrValue("DecimalTuple"), object.StrValue("sign digits exponent"), object.StrValue("decimal")},
		[]*object.Str{object.NewStr("module")})
	if s.tupleType.H == nil {
		return false
	}
	number := imported("numbers", "Number")
	return number.H != nil && th.CallMethod(number, object.NewStr("register"), DecimalType.V()).H != nil
}

var strGet, strSet = object.NewStr("get"), object.NewStr("set")

// current returns the context in force, making it at first use.
func current(th *thread) *context {
	s := stateOf(th)
	v := th.CallMethod(s.contextVar, strGet, object.None)
	if c, ok := asContext(object.OrNone(v)); ok {
		return c
	}
	th.Exc = value{}
	t, _ := asContext(s.templates[0])
	c := t.copy()
	c.flags = 0
	th.CallMethod(s.contextVar, strSet, c.V())
	return c
}

// finish records what an operation signalled and raises what is trapped.
func (c *context) finish(th *thread, status uint32) bool {
	c.flags |= status & (1<<numSignals - 1)
	trapped := status & c.traps
	if trapped == 0 {
		return true
	}
	s := stateOf(th)
	var list []value
	if trapped&sigInvalid != 0 {
		cond := sigInvalid
		for _, k := range []uint32{condSyntax, condImpossible, condUndefined} {
			if status&k != 0 {
				cond = k
			}
		}
		list = append(list, s.classes[cond])
	}
	for i := 1; i < numSignals; i++ {
		if trapped&(1<<i) != 0 {
			list = append(list, s.classes[1<<i])
		}
	}
	exc := th.CallArgs(s.classes[trapped&-trapped], object.NewList(list).V())
	if exc.H != nil {
		th.RaiseValue(exc)
	}
	return false
}

var functions = []object.Method{
	{Name: "getcontext", Doc: "Get the current default context.", F0: func(th *thread, _ value) value { return current(th).V() }},
	{Name: "setcontext", Sig: "context, /", Doc: "Set a new default context.", F1: func(th *thread, _, v value) value {
		c, ok := asContext(v)
		if !ok {
			return th.TypeError("optional argument must be a context")
		}
		for _, t := range stateOf(th).templates {
			if t == v {
				c = c.copy()
				c.flags = 0
			}
		}
		if th.CallMethod(stateOf(th).contextVar, strSet, c.V()).H == nil {
			return value{}
		}
		return object.None
	}},
	{Name: "localcontext", Sig: "ctx=None, **kwargs", Doc: "Return a context manager that will set the default context to a copy of ctx on entry to the with-statement and restore the previous default context when exiting.", F: localContext},
}

func localContext(th *thread, _ value, a []value) value {
	c := current(th)
	if a[0].H != nil && !a[0].IsNone() {
		var ok bool
		if c, ok = asContext(a[0]); !ok {
			return th.TypeError("optional argument must be a context")
		}
	}
	c = c.copy()
	d, _ := object.AsDict(a[1])
	for pos := 0; ; {
		k, v, next, more := d.Next(pos)
		if !more {
			break
		}
		pos = next
		name, _ := object.AsStr(k)
		switch name.Go() {
		case "prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps":
		default:
			return th.TypeError("localcontext() got an unexpected keyword argument '%s'", name.Go())
		}
		if !th.SetAttr(c.V(), name, v) {
			return value{}
		}
	}
	m := &manager{Header: object.Header{Shape: &managerType.Root}, local: c}
	return object.ObjectValue(&m.Header)
}

// manager is the context manager of localcontext.
type manager struct {
	object.Header
	local, saved *context
}

var managerType object.Type

func init() {
	object.Define(&managerType, object.Spec{Name: "decimal.ContextManager", Flags: object.FlagNoNew, Alloc: object.Allocator[manager](),
		Methods: []object.Method{
			{Name: "__enter__", F0: func(th *thread, v value) value {
				m := (*manager)(v.Ptr())
				m.saved = current(th)
				if th.CallMethod(stateOf(th).contextVar, strSet, m.local.V()).H == nil {
					return value{}
				}
				return m.local.V()
			}},
			{Name: "__exit__", Sig: "*args", F: func(th *thread, v value, _ []value) value {
				if th.CallMethod(stateOf(th).contextVar, strSet, (*manager)(v.Ptr()).saved.V()).H == nil {
					return value{}
				}
				return object.False
			}},
		}})
}
