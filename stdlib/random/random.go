// The classes Random and SystemRandom, seeding and state.
package random

import (
	crand "crypto/rand"
	"crypto/sha512"
	"encoding/binary"
	"math/big"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// generator is an instance of Random: a Mersenne Twister, or the system's source of randomness.
type generator struct {
	object.Header
	twister
	system    bool
	gaussNext value // the second of a pair that gauss made, or the nil Value
}

// RandomType and SystemRandomType are the bases of random.Random and random.SystemRandom, which are classes made for
// each interpreter: scripts may set attributes on them and on their instances.
var RandomType, SystemRandomType object.Type

func init() {
	object.Define(&RandomType, object.Spec{Name: "_random.Random", Sig: "x=None", Alloc: object.Allocator[generator](),
		Doc:     "Random number generator base class used by bound module functions.",
		Slots:   object.Slots{New: newGenerator, Init: initGenerator},
		Methods: append(coreMethods, distributions...),
		Getset:  []object.Getset{{Name: "gauss_next", Get: getGaussNext, Set: setGaussNext}},
		Consts:  func() map[string]value { return map[string]value{"VERSION": object.Int(3)} },
	})
	object.Define(&SystemRandomType, object.Spec{Name: "_random.SystemRandom", Base: &RandomType, Sig: "x=None",
		Doc:   "Alternate random number generator using sources provided by the operating system.",
		Slots: object.Slots{New: newGenerator, Init: initGenerator},
		Methods: []object.Method{
			{Name: "seed", Flags: object.PyFunction, Sig: "*args, **kwds", Doc: "Stub method.  Not used for a system random number generator.", F: func(*thread, value, []value) value { return object.None }},
			{Name: "getstate", Flags: object.PyFunction, Sig: "*args, **kwds", F: notImplemented}, {Name: "setstate", Flags: object.PyFunction, Sig: "*args, **kwds", F: notImplemented},
		},
	})
}

func notImplemented(th *thread, _ value, _ []value) value {
	return th.Raise(&object.NotImplementedErrorType, "System entropy source does not have state.")
}

var coreMethods = []object.Method{
	{Name: "seed", Flags: object.PyFunction, Sig: "a=None, version=2", Doc: "Initialize internal state from a seed.", F: seed},
	{Name: "getstate", Flags: object.PyFunction, Doc: "Return internal state; can be passed to setstate() later.", F0: getState},
	{Name: "setstate", Flags: object.PyFunction, Sig: "state", Doc: "Restore internal state from object returned by getstate().", F1: setState},
	{Name: "random", Doc: "random() -> x in the interval [0, 1).", F0: func(th *thread, v value) value { return object.Float(gen(v).next()) }},
	{Name: "getrandbits", Sig: "k, /", Doc: "getrandbits(k) -> x.  Generates an int with k random bits.", F1: getRandBits},
	{Name: "randbytes", Flags: object.PyFunction, Sig: "n", Doc: "Generate n random bytes.", F1: randBytes},
	{Name: "_randbelow", Sig: "n", F1: func(th *thread, self, n value) value {
		b, ok := object.BigOf(n)
		if !ok {
			return th.TypeError("'%s' object cannot be interpreted as an integer", n.Type().Name)
		}
		return randBelow(th, self, b)
	}},
	{Name: "_randbelow_without_getrandbits", Sig: "n, maxsize=9007199254740992", F: func(th *thread, self value, a []value) value {
		b, ok := object.BigOf(a[0])
		if !ok {
			return th.TypeError("'%s' object cannot be interpreted as an integer", a[0].Type().Name)
		}
		return randBelowWithoutBits(th, self, b)
	}},
	{Name: "__reduce__", F0: reduce},
	{Name: "__getstate__", F0: func(th *thread, v value) value { return th.CallMethod(v, strGetState) }},
	{Name: "__setstate__", Sig: "state", F1: func(th *thread, v, s value) value { return th.CallMethod(v, strSetState, s) }},
}

// Names of methods that subclasses may override.
var (
	strRandom      = object.NewStr("random")
	strGetRandBits = object.NewStr("getrandbits")
	strSeed        = object.NewStr("seed")
	strGetState    = object.NewStr("getstate")
	strSetState    = object.NewStr("setstate")
)

func init() {
	for _, s := range []*object.Str{strRandom, strGetRandBits, strSeed, strGetState, strSetState} {
		s.Hash()
		s.Len()
	}
}

func gen(v value) *generator { return (*generator)(v.Ptr()) }

func newGenerator(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	o := t.Allocate()
	g := gen(o)
	g.system = t.IsSubtype(&SystemRandomType)
	if !g.system {
		g.seedFromSystem()
	}
	return o
}

var initSig = object.ParseSignature("x=None")

func initGenerator(th *thread, self value, args []value, kw []*object.Str) bool {
	w := th.Window(1)
	defer th.Release(w)
	if !initSig.Bind(th, "Random.__init__", args, kw, w) {
		return false
	}
	x := w[0]
	if x.H == nil {
		x = object.None
	}
	gen(self).gaussNext = value{}
	if self.IsExact(&RandomType) {
		return seed(th, self, []value{x, {}}).H != nil
	}
	return th.CallMethod(self, strSeed, x).H != nil
}

// next returns the next float of the generator itself.
func (g *generator) next() float64 {
	if g.system {
		var b [8]byte
		crand.Read(b[:])
		return float64(binary.LittleEndian.Uint64(b[:])>>11) * (1.0 / 9007199254740992)
	}
	return g.float()
}

func (g *generator) randBits(k int) *big.Int {
	if !g.system {
		return g.bits(k)
	}
	buf := make([]byte, (k+7)/8)
	crand.Read(buf)
	n := new(big.Int).SetBytes(buf)
	return n.Rsh(n, uint(len(buf)*8-k))
}

func (g *generator) seedFromSystem() {
	var b [stateWords * 4]byte
	crand.Read(b[:])
	key := make([]uint32, stateWords)
	for i := range key {
		key[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	g.seedArray(key)
}

// seed is Random.seed.
func seed(th *thread, self value, a []value) value {
	g := gen(self)
	if g.system {
		return object.None
	}
	x := a[0]
	if x.H == nil {
		x = object.None
	}
	version := int64(2)
	if a[1].H != nil {
		version, _ = object.AsInt64(a[1])
	}
	if version == 2 {
		if data, ok := seedBytes(x); ok {
			sum := sha512.Sum512(data)
			g.seedBig(new(big.Int).SetBytes(append(append([]byte(nil), data...), sum[:]...)))
			g.gaussNext = value{}
			return object.None
		}
	}
	if s, ok := object.GoString(x); ok && version == 1 {
		x = seedVersion1([]rune(s))
	}
	switch {
	case x.IsNone():
		g.seedFromSystem()
	case object.IsInt(x):
		n, _ := object.BigOf(x)
		g.seedBig(n)
	case x.Is(&object.FloatType):
		h, ok := th.Hash(x)
		if !ok {
			return value{}
		}
		g.seedBig(new(big.Int).SetUint64(uint64(h)))
	default:
		return th.TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
	}
	g.gaussNext = value{}
	return object.None
}

// seedBytes returns the bytes of a str, bytes or bytearray seed.
func seedBytes(x value) ([]byte, bool) {
	if s, ok := object.GoString(x); ok {
		return []byte(s), true
	}
	if b, ok := object.AsBytes(x); ok {
		return b.B, true
	}
	if b, ok := object.AsByteArray(x); ok {
		return b.B, true
	}
	return nil, false
}

// seedVersion1 is the hash of strings that Python 2 seeded with.
func seedVersion1(s []rune) value {
	if len(s) == 0 {
		return object.Int(0)
	}
	x := uint64(s[0]) << 7
	for _, c := range s {
		x = 1000003*x ^ uint64(c)
	}
	x ^= uint64(len(s))
	if x == ^uint64(0) {
		return object.Int(-2)
	}
	return object.IntFromUint64(x)
}

func getGaussNext(th *thread, v value) value {
	if n := gen(v).gaussNext; n.H != nil {
		return n
	}
	return object.None
}

func setGaussNext(th *thread, v, x value) bool {
	if x.IsNone() {
		x = value{}
	}
	gen(v).gaussNext = x
	return true
}

func getState(th *thread, self value) value {
	g := gen(self)
	words := make([]value, stateWords+1)
	for i, w := range g.mt {
		words[i] = object.Int(int64(w))
	}
	words[stateWords] = object.Int(int64(g.index))
	return object.TupleOf(object.Int(3), object.NewTuple(words).V(), getGaussNext(th, self))
}

func setState(th *thread, self, state value) value {
	t, ok := object.AsTuple(state)
	if !ok {
		if first := th.GetItem(state, object.Int(0)); first.H == nil {
			return value{}
		}
		return th.TypeError("state vector must be a tuple")
	}
	if len(t.Items) == 0 {
		return th.Raise(&object.IndexErrorType, "tuple index out of range")
	}
	version, _ := object.AsInt64(t.Items[0])
	if version != 3 && version != 2 {
		r, ok := th.Repr(t.Items[0])
		if !ok {
			return value{}
		}
		return th.ValueError("state with version %s passed to Random.setstate() of version 3", r)
	}
	if len(t.Items) != 3 {
		return th.ValueError("not enough values to unpack (expected 3, got %d)", len(t.Items))
	}
	words, ok := object.AsTuple(t.Items[1])
	if !ok {
		return th.TypeError("state vector must be a tuple")
	}
	if len(words.Items) != stateWords+1 {
		return th.ValueError("state vector is the wrong size")
	}
	var mt [stateWords]uint32
	for i := range mt {
		n, ok := th.AsIndex(words.Items[i], &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		mt[i] = uint32(n)
	}
	index, ok := th.AsIndex(words.Items[stateWords], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if index < 0 || index > stateWords {
		return th.ValueError("invalid state")
	}
	g := gen(self)
	g.mt, g.index = mt, index
	setGaussNext(th, self, t.Items[2])
	return object.None
}

func reduce(th *thread, self value) value {
	state := th.CallMethod(self, strGetState)
	if state.H == nil {
		return state
	}
	return object.TupleOf(self.Type().V(), object.TupleOf(), state)
}

func getRandBits(th *thread, self, k value) value {
	n, ok := th.AsCInt(k)
	if !ok {
		return value{}
	}
	if n < 0 {
		return th.ValueError("number of bits must be non-negative")
	}
	if n == 0 {
		return object.Int(0)
	}
	g := gen(self)
	if n <= 63 && !g.system {
		return object.Int(int64(g.bits64(n)))
	}
	return object.IntFromBig(g.randBits(n))
}

var strToBytes = object.NewStr("to_bytes")

func randBytes(th *thread, self, n value) value {
	bits := th.BinaryOp(object.OpMul, n, object.Int(8))
	if bits.H == nil {
		return bits
	}
	r := th.CallMethod(self, strGetRandBits, bits)
	if r.H == nil {
		return r
	}
	return th.CallMethod(r, strToBytes, n, object.StrValue("little"))
}

// overridden reports whether the class of self, or self, replaces the named method; the method cache makes it cheap.
func overridden(th *thread, self value, name *object.Str) bool {
	t := self.Type()
	if self.H.Shape != &t.Root && object.OwnAttr(th, self, name).H != nil {
		return true
	}
	return th.Lookup(t, name) != th.Lookup(&RandomType, name)
}

// random returns self.random().
func random(th *thread, self value) (float64, bool) {
	if !overridden(th, self, strRandom) {
		return gen(self).next(), true
	}
	r := th.CallMethod(self, strRandom)
	if r.H == nil {
		return 0, false
	}
	return th.AsFloat64(r)
}

// below returns a random number in [0, n) for 0 < n.
func below(th *thread, self value, n int64) (int64, bool) {
	if plain := !overridden(th, self, strGetRandBits) && !overridden(th, self, strRandom); plain && !gen(self).system {
		g := gen(self)
		k := bitLen(n)
		r := g.bits64(k)
		for r >= uint64(n) {
			r = g.bits64(k)
		}
		return int64(r), true
	}
	v := randBelow(th, self, big.NewInt(n))
	i, ok := object.AsInt64(v)
	return i, ok && v.H != nil
}

func bitLen(n int64) int {
	k := 0
	for ; n > 0; n >>= 1 {
		k++
	}
	return k
}

// randBelow is Random._randbelow: by getrandbits, or by random() in subclasses that override only that.
func randBelow(th *thread, self value, n *big.Int) value {
	if overridden(th, self, strRandom) && !overridden(th, self, strGetRandBits) {
		return randBelowWithoutBits(th, self, n)
	}
	k := n.BitLen()
	if !overridden(th, self, strGetRandBits) {
		g := gen(self)
		r := g.randBits(k)
		for r.Cmp(n) >= 0 {
			r = g.randBits(k)
		}
		return object.IntFromBig(r)
	}
	for {
		r := th.CallMethod(self, strGetRandBits, object.Int(int64(k)))
		if r.H == nil {
			return r
		}
		b, ok := object.BigOf(r)
		if !ok {
			return th.TypeError("'%s' object cannot be interpreted as an integer", r.Type().Name)
		}
		if b.Cmp(n) < 0 {
			return r
		}
	}
}

// randBelowWithoutBits scales random(), rejecting what would bias the result.
func randBelowWithoutBits(th *thread, self value, n *big.Int) value {
	const maxsize = 1 << 53
	if !n.IsInt64() || n.Int64() >= maxsize {
		if !warn(th, "Underlying random() generator does not supply \nenough bits to choose from a population range this large.\nTo remove the range limitation, add a getrandbits() method.") {
			return value{}
		}
		f, ok := random(th, self)
		if !ok {
			return value{}
		}
		nf, _ := new(big.Float).SetInt(n).Float64()
		return th.IntFromFloat(f * nf)
	}
	m := n.Int64()
	rem := maxsize % m
	limit := float64(maxsize-rem) / maxsize
	for {
		r, ok := random(th, self)
		if !ok {
			return value{}
		}
		if r < limit {
			return object.Int(int64(r*maxsize) % m)
		}
	}
}

func warn(th *thread, text string) bool {
	if f := th.Interp.Hooks.Warn; f != nil {
		return f(th, &object.UserWarningType, text, 1)
	}
	return true
}
