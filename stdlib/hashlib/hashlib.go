// Package hashlib is Python's hashlib module, over Go's crypto.
package hashlib

import (
	"crypto/md5"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding"
	"encoding/hex"
	"hash"
	"sort"
	"strings"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/blake2s"
	//lint:ignore SA1019 nobody should choose RIPEMD-160 any more, but hashlib has it for old data
	"golang.org/x/crypto/ripemd160"
	"golang.org/x/crypto/scrypt"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// algorithm is a hash by name.
type algorithm struct {
	name       string
	make       func() hash.Hash
	guaranteed bool
}

func mustBlake(h hash.Hash, err error) hash.Hash {
	if err != nil {
		panic(err)
	}
	return h
}

// algorithms are all there are; the guaranteed ones have constructors of their own.
var algorithms = []algorithm{
	{"md5", md5.New, true},
	{"sha1", sha1.New, true},
	{"sha224", sha256.New224, true},
	{"sha256", sha256.New, true},
	{"sha384", sha512.New384, true},
	{"sha512", sha512.New, true},
	{"sha3_224", func() hash.Hash { return sha3.New224() }, true},
	{"sha3_256", func() hash.Hash { return sha3.New256() }, true},
	{"sha3_384", func() hash.Hash { return sha3.New384() }, true},
	{"sha3_512", func() hash.Hash { return sha3.New512() }, true},
	{"blake2b", func() hash.Hash { return mustBlake(blake2b.New512(nil)) }, true},
	{"blake2s", func() hash.Hash { return mustBlake(blake2s.New256(nil)) }, true},
	{"shake_128", nil, true},
	{"shake_256", nil, true},
	{"ripemd160", ripemd160.New, false},
	{"sha512_224", sha512.New512_224, false},
	{"sha512_256", sha512.New512_256, false},
}

func find(name string) *algorithm {
	name = strings.ToLower(strings.ReplaceAll(name, "-", "_"))
	switch name {
	case "sha_1":
		name = "sha1"
	case "sha_224", "sha_256", "sha_384", "sha_512":
		name = "sha" + name[4:]
	}
	for i := range algorithms {
		if algorithms[i].name == name {
			return &algorithms[i]
		}
	}
	return nil
}

// hasher is a hash object. Shakes have xof set.
type hasher struct {
	object.Header
	name string
	h    hash.Hash
	xof  *sha3.SHAKE
}

var hashType object.Type

func init() {
	object.Define(&hashType, object.Spec{Name: "_hashlib.HASH", Flags: object.FlagNoNew, Alloc: object.Allocator[hasher](),
		Doc: "A hash is an object used to calculate a checksum of a string of information.",
		Slots: object.Slots{Repr: func(th *thread, v value) value {
			return object.StrValue("<" + of(v).name + " _hashlib.HASH object @ " + object.Address(v) + ">")
		}},
		Methods: []object.Method{
			{Name: "update", Sig: "obj, /", Doc: "Update this hash object's state with the provided string.", F1: update},
			{Name: "digest", Sig: "length=None", Doc: "Return the digest value as a bytes object.", F: func(th *thread, v value, a []value) value {
				d, ok := of(v).digest(th, a[0])
				if !ok {
					return value{}
				}
				return object.BytesValue(d)
			}},
			{Name: "hexdigest", Sig: "length=None", Doc: "Return the digest value as a string of hexadecimal digits.", F: func(th *thread, v value, a []value) value {
				d, ok := of(v).digest(th, a[0])
				if !ok {
					return value{}
				}
				return object.StrValue(hex.EncodeToString(d))
			}},
			{Name: "copy", Doc: "Return a copy of the hash object.", F0: copyHash},
		},
		Getset: []object.Getset{
			{Name: "name", Doc: "algorithm name.", Get: func(th *thread, v value) value { return object.StrValue(of(v).name) }},
			{Name: "digest_size", Get: func(th *thread, v value) value {
				if of(v).xof != nil {
					return object.Int(0)
				}
				return object.Int(int64(of(v).h.Size()))
			}},
			{Name: "block_size", Get: func(th *thread, v value) value {
				if of(v).xof != nil {
					return object.Int(int64(of(v).xof.BlockSize()))
				}
				return object.Int(int64(of(v).h.BlockSize()))
			}},
		},
	})
}

func of(v value) *hasher { return (*hasher)(v.Ptr()) }

func newHasher(name string, h hash.Hash) value {
	o := &hasher{Header: object.Header{Shape: &hashType.Root}, name: name, h: h}
	switch name {
	case "shake_128":
		o.xof = sha3.NewSHAKE128()
	case "shake_256":
		o.xof = sha3.NewSHAKE256()
	}
	return object.ObjectValue(&o.Header)
}

func (h *hasher) write(b []byte) {
	if h.xof != nil {
		h.xof.Write(b)
	} else {
		h.h.Write(b)
	}
}

// hashData returns the bytes to hash.
func hashData(th *thread, v value) (b []byte, release func(), ok bool) {
	if _, isStr := object.AsStr(v); isStr {
		th.TypeError("Strings must be encoded before hashing")
		return nil, nil, false
	}
	if v.Type().Buffer == nil {
		th.TypeError("object supporting the buffer API required")
		return nil, nil, false
	}
	return object.AsBytesLike(th, v)
}

func update(th *thread, self, data value) value {
	b, release, ok := hashData(th, data)
	if !ok {
		return value{}
	}
	defer release()
	of(self).write(b)
	return object.None
}

func (h *hasher) digest(th *thread, length value) ([]byte, bool) {
	if h.xof == nil {
		if length.H != nil {
			th.TypeError("HASH.digest() takes no arguments (1 given)")
			return nil, false
		}
		return h.h.Sum(nil), true
	}
	if length.H == nil {
		th.TypeError("hexdigest() missing required argument 'length' (pos 1)")
		return nil, false
	}
	n, ok := th.AsIndex(length, &object.OverflowErrorType)
	if !ok {
		return nil, false
	}
	if n < 0 {
		th.ValueError("value must be positive")
		return nil, false
	}
	if !th.CheckSize(n) {
		return nil, false
	}
	out := make([]byte, n)
	c := cloneShake(h.name, h.xof)
	c.Read(out)
	return out, true
}

func cloneShake(name string, x *sha3.SHAKE) *sha3.SHAKE {
	state, _ := x.MarshalBinary()
	c := sha3.NewSHAKE128()
	if name == "shake_256" {
		c = sha3.NewSHAKE256()
	}
	c.UnmarshalBinary(state)
	return c
}

func copyHash(th *thread, self value) value {
	h := of(self)
	c := &hasher{Header: object.Header{Shape: &hashType.Root}, name: h.name}
	switch {
	case h.xof != nil:
		c.xof = cloneShake(h.name, h.xof)
	default:
		if cl, ok := h.h.(hash.Cloner); ok {
			if n, err := cl.Clone(); err == nil {
				c.h = n
				break
			}
		}
		m, ok := h.h.(encoding.BinaryMarshaler)
		if !ok {
			return th.ValueError("%s objects cannot be copied", h.name)
		}
		state, err := m.MarshalBinary()
		if err != nil {
			return th.ValueError("%s", err.Error())
		}
		c.h = find(h.name).make()
		c.h.(encoding.BinaryUnmarshaler).UnmarshalBinary(state)
	}
	return object.ObjectValue(&c.Header)
}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.HasCore("_hashlib")
	m.AddFuncs(functions)
	var guaranteed, all []value
	for i := range algorithms {
		a := &algorithms[i]
		all = append(all, object.StrValue(a.name))
		if !a.guaranteed {
			continue
		}
		guaranteed = append(guaranteed, object.StrValue(a.name))
		if a.name != "blake2b" && a.name != "blake2s" {
			m.Set(a.name, object.NewBuiltin(constructor(a), m.V(), "_hashlib"))
		}
	}
	for name, items := range map[string][]value{"algorithms_guaranteed": guaranteed, "algorithms_available": all} {
		set := th.CallArgs(object.SetType.V(), object.NewList(items).V())
		if set.H == nil {
			return false
		}
		m.Set(name, set)
	}
	names := []string{"new", "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac", "scrypt"}
	for i := range algorithms {
		if algorithms[i].guaranteed {
			names = append(names, algorithms[i].name)
		}
	}
	sort.Strings(names)
	var list []value
	for _, n := range names {
		list = append(list, object.StrValue(n))
	}
	m.Set("__all__", object.TupleCopy(list).V())
	return true
}

// constructor makes the function of one algorithm: sha256(data=b”, *, usedforsecurity=True).
func constructor(a *algorithm) *object.Method {
	return &object.Method{Name: "openssl_" + a.name, Sig: "string=b'', *, usedforsecurity=True", F: func(th *thread, _ value, args []value) value {
		return start(th, a, args[0])
	}}
}

func start(th *thread, a *algorithm, data value) value {
	var h hash.Hash
	if a.make != nil {
		h = a.make()
	}
	o := newHasher(a.name, h)
	if data.H != nil && update(th, o, data).H == nil {
		return value{}
	}
	return o
}

var functions = []object.Method{
	{Name: "new", Flags: object.PyFunction, Sig: "name, data=b'', **kwargs", Doc: "new(name, data=b'') - Return a new hashing object using the named algorithm;\noptionally initialized with data (which must be a bytes-like object).", F: newNamed},
	{Name: "blake2b", Sig: "data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True", F: blake2("blake2b", 64, 16)},
	{Name: "blake2s", Sig: "data=b'', /, *, digest_size=32, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True", F: blake2("blake2s", 32, 8)},
	{Name: "pbkdf2_hmac", Sig: "hash_name, password, salt, iterations, dklen=None", Doc: "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function.", F: pbkdf2HMAC},
	{Name: "scrypt", Sig: "password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64", Doc: "scrypt password-based key derivation function.", F: scryptKey},
	{Name: "file_digest", Flags: object.PyFunction, Sig: "fileobj, digest, /, *, _bufsize=262144", Doc: "Hash the contents of a file-like object. Returns a digest object.", F: fileDigest},
}

func newNamed(th *thread, _ value, a []value) value {
	name, ok := object.GoString(a[0])
	if !ok {
		return th.TypeError("new() argument 'name' must be str, not %s", a[0].Type().TPName())
	}
	alg := find(name)
	if alg == nil {
		return th.ValueError("unsupported hash type %s", name)
	}
	return start(th, alg, a[1])
}

// blake2 makes the constructor of blake2b or blake2s. Salts, personalisation and trees are not supported.
func blake2(name string, maxSize, extra int) func(th *thread, _ value, a []value) value {
	return func(th *thread, _ value, a []value) value {
		size := maxSize
		if a[1].H != nil {
			var ok bool
			if size, ok = th.AsIndex(a[1], &object.OverflowErrorType); !ok {
				return value{}
			}
			if size < 1 || size > maxSize {
				return th.ValueError("digest_size must be between 1 and %d bytes", maxSize)
			}
		}
		var key []byte
		for i, p := range a[2:5] {
			if p.H == nil {
				continue
			}
			b, ok := object.BytesLike(th, p)
			if !ok {
				return value{}
			}
			switch {
			case i == 0 && len(b) > maxSize:
				return th.ValueError("maximum key length is %d bytes", maxSize)
			case i == 0:
				key = append([]byte(nil), b...)
			case len(b) > extra:
				return th.ValueError("maximum %s length is %d bytes", [3]string{"", "salt", "person"}[i], extra)
			case len(b) > 0:
				return th.Raise(&object.NotImplementedErrorType, name+"() with salt or person is not supported")
			}
		}
		h, err := newBlake(name, size, key)
		if err != nil {
			return th.ValueError("%s", err.Error())
		}
		o := newHasher(name, h)
		if a[0].H != nil && update(th, o, a[0]).H == nil {
			return value{}
		}
		return o
	}
}

func newBlake(name string, size int, key []byte) (hash.Hash, error) {
	if name == "blake2b" {
		return blake2b.New(size, key)
	}
	if size == 32 {
		return blake2s.New256(key)
	}
	return newBlake2s(size, key)
}

func intArg(th *thread, v value, def int) (int, bool) {
	if v.H == nil || v.IsNone() {
		return def, true
	}
	return th.AsIndex(v, &object.OverflowErrorType)
}

func pbkdf2HMAC(th *thread, _ value, a []value) value {
	name, ok := object.GoString(a[0])
	if !ok {
		return th.TypeError("pbkdf2_hmac() argument 'hash_name' must be str, not %s", a[0].Type().TPName())
	}
	alg := find(name)
	if alg == nil || alg.make == nil {
		return th.ValueError("unsupported hash type %s", name)
	}
	password, ok := object.BytesLike(th, a[1])
	if !ok {
		return value{}
	}
	salt, ok := object.BytesLike(th, a[2])
	if !ok {
		return value{}
	}
	iterations, ok := intArg(th, a[3], 1)
	if !ok {
		return value{}
	}
	if iterations < 1 {
		return th.ValueError("iteration value must be greater than 0.")
	}
	n, ok := intArg(th, a[4], alg.make().Size())
	if !ok {
		return value{}
	}
	if n < 1 {
		return th.ValueError("key length must be greater than 0.")
	}
	var key []byte
	var err error
	pw, s := string(password), append([]byte(nil), salt...)
	th.Blocking(func() { key, err = pbkdf2.Key(alg.make, pw, s, iterations, n) })
	if err != nil {
		return th.ValueError("%s", err.Error())
	}
	return object.BytesValue(key)
}

func scryptKey(th *thread, _ value, a []value) value {
	password, ok := object.BytesLike(th, a[0])
	if !ok {
		return value{}
	}
	if a[1].H == nil || a[1].IsNone() {
		return th.TypeError("salt is required")
	}
	salt, ok := object.BytesLike(th, a[1])
	if !ok {
		return value{}
	}
	var p [3]int
	for i, name := range []string{"n", "r", "p"} {
		if a[2+i].H == nil || a[2+i].IsNone() {
			return th.TypeError("%s is required and must be an unsigned int", name)
		}
		if p[i], ok = intArg(th, a[2+i], 0); !ok {
			return value{}
		}
	}
	if p[0] < 2 || p[0]&(p[0]-1) != 0 {
		return th.ValueError("n must be a power of 2.")
	}
	n, ok := intArg(th, a[6], 64)
	if !ok {
		return value{}
	}
	var key []byte
	var err error
	pw, s := append([]byte(nil), password...), append([]byte(nil), salt...)
	th.Blocking(func() { key, err = scrypt.Key(pw, s, p[0], p[1], p[2], n) })
	if err != nil {
		return th.ValueError("Invalid parameter combination for n, r, p, maxmem.")
	}
	return object.BytesValue(key)
}

var strRead = object.NewStr("read")

func fileDigest(th *thread, m value, a []value) value {
	var h value
	if name, ok := object.GoString(a[1]); ok {
		h = newNamed(th, m, []value{object.StrValue(name), {}})
	} else {
		h = th.CallArgs(a[1])
	}
	if h.H == nil {
		return h
	}
	for {
		chunk := th.CallMethod(a[0], strRead, object.Int(1<<18))
		if chunk.H == nil {
			return chunk
		}
		b, ok := object.BytesLike(th, chunk)
		if !ok {
			return value{}
		}
		if len(b) == 0 {
			return h
		}
		if th.CallMethod(h, object.NewStr("update"), chunk).H == nil {
			return value{}
		}
	}
}
