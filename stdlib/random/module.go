// The module: its functions are methods of one hidden generator.
package random

import (
	"math"

	"pyasync/internal/libm"
	"pyasync/object"
)

// moduleFunctions are the methods of the hidden generator that the module offers as functions.
var moduleFunctions = []string{"seed", "random", "uniform", "triangular", "randint", "choice", "randrange", "sample", "shuffle", "choices",
	"normalvariate", "lognormvariate", "expovariate", "vonmisesvariate", "gammavariate", "gauss", "betavariate", "binomialvariate",
	"paretovariate", "weibullvariate", "getstate", "setstate", "getrandbits", "randbytes"}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	random := class(th, m, "Random", RandomType.V())
	if random.H == nil || class(th, m, "SystemRandom", SystemRandomType.V(), random).H == nil {
		return false
	}
	inst := th.CallArgs(random)
	if inst.H == nil {
		return false
	}
	m.Set("_inst", inst)
	all := []value{object.StrValue("Random"), object.StrValue("SystemRandom")}
	for _, name := range moduleFunctions {
		f := th.GetAttrName(inst, name)
		if f.H == nil {
			return false
		}
		m.Set(name, f)
		all = append(all, object.StrValue(name))
	}
	m.Set("__all__", object.NewList(all).V())
	for name, f := range map[string]float64{"NV_MAGICCONST": nvMagic, "LOG4": log4, "SG_MAGICCONST": sgMagic, "TWOPI": 2 * math.Pi} {
		m.Set(name, object.Float(f))
	}
	m.Set("BPF", object.Int(53))
	m.Set("RECIP_BPF", object.Float(libm.Pow(2, -53)))
	return true
}

// InitCore fills the module _random.
func InitCore(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&RandomType)
	return true
}

// class makes a class of the module in Python's way.
func class(th *thread, m *object.Module, name string, bases ...value) value {
	ns := object.NewDict()
	ns.SetName("__module__", object.StrValue("random"))
	base, _ := object.AsType(bases[0])
	ns.SetName("__doc__", object.StrValue(base.Doc))
	c := th.CallArgs(object.TypeType.V(), object.StrValue(name), object.TupleCopy(bases).V(), ns.V())
	m.Set(name, c)
	return c
}
