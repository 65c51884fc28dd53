// What scripts register: codecs found by search functions, and error handlers.
package object

// codecRegistry is the state of the codecs module of one interpreter.
type codecRegistry struct {
	search   []Value
	cache    map[string]Value // normalised name to CodecInfo
	handlers map[string]Value
	started  bool // the package encodings, whose search function comes first, was imported
}

type codecRegistryKey struct{}

func (th *Thread) codecs() *codecRegistry {
	if r, ok := th.Interp.Ext(codecRegistryKey{}).(*codecRegistry); ok {
		return r
	}
	r := &codecRegistry{cache: map[string]Value{}, handlers: map[string]Value{}}
	th.Interp.SetExt(codecRegistryKey{}, r)
	return r
}

// start imports the package encodings, which registers its search function.
func (r *codecRegistry) start(th *Thread) bool {
	if r.started || th.Interp.Hooks.Import == nil {
		return true
	}
	r.started = true
	return th.Interp.Hooks.Import(th, "encodings").H != nil
}

// RegisterCodecSearch adds a search function (codecs.register); false: an exception is pending.
func (th *Thread) RegisterCodecSearch(f Value) bool {
	r := th.codecs()
	if !r.start(th) {
		return false
	}
	r.search = append(r.search, f)
	return true
}

// UnregisterCodecSearch removes a search function and what it found.
func (th *Thread) UnregisterCodecSearch(f Value) {
	r := th.codecs()
	for i, g := range r.search {
		if g == f {
			r.search = append(r.search[:i:i], r.search[i+1:]...)
			r.cache = map[string]Value{}
			return
		}
	}
}

// RegisterErrorHandler names an error handler (codecs.register_error).
func (th *Thread) RegisterErrorHandler(name string, f Value) { th.codecs().handlers[name] = f }

// ErrorHandler returns the handler registered under name, or the nil Value.
func (th *Thread) ErrorHandler(name string) Value { return th.codecs().handlers[name] }

// UnregisterErrorHandler forgets a registered handler and reports whether there was one.
func (th *Thread) UnregisterErrorHandler(name string) bool {
	r := th.codecs()
	_, ok := r.handlers[name]
	delete(r.handlers, name)
	return ok
}

// SearchCodec asks the registered search functions for a codec; the nil Value with ok means that none knows it.
func (th *Thread) SearchCodec(name string) (info Value, ok bool) {
	r := th.codecs()
	key := normalizeEncoding(name)
	if info, found := r.cache[key]; found {
		return info, true
	}
	if !r.start(th) {
		return Value{}, false
	}
	for _, f := range r.search {
		info = th.CallArgs(f, StrValue(key))
		if info.H == nil {
			return Value{}, false
		}
		if info.IsNone() {
			continue
		}
		if t, isTuple := AsTuple(info); !isTuple || len(t.Items) != 4 {
			th.TypeError("codec search functions must return 4-tuples")
			return Value{}, false
		}
		r.cache[key] = info
		return info, true
	}
	return Value{}, true
}

// foreign finds the encode or decode function of a codec that is not built in.
func (th *Thread) foreign(encoding string, index int) Value {
	info, ok := th.SearchCodec(encoding)
	if !ok {
		return Value{}
	}
	if info.H == nil {
		return th.unknownEncoding(encoding)
	}
	isText, ok := th.LookupAttr(info, strIsTextEncoding)
	if !ok {
		return Value{}
	}
	if isText == False {
		verb := "codecs.encode()"
		if index == 1 {
			verb = "codecs.decode()"
		}
		return th.Raisef(&LookupErrorType, "'%s' is not a text encoding; use %s to handle arbitrary codecs", encoding, verb)
	}
	t, _ := AsTuple(info)
	return t.Items[index]
}

var strIsTextEncoding = NewStr("_is_text_encoding")

func (th *Thread) encodeForeign(v Value, encoding, errors string) Value {
	r := th.callCodec(encoding, 0, v, errors)
	if r.H == nil {
		return r
	}
	if _, ok := bytesOrArray(r); !ok {
		return th.TypeError("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types", encoding, r.Type().TPName())
	}
	return r
}

func (th *Thread) decodeForeign(v Value, encoding, errors string) Value {
	r := th.callCodec(encoding, 1, v, errors)
	if r.H != nil && !r.Is(&StrType) {
		return th.TypeError("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types", encoding, r.Type().TPName())
	}
	return r
}

// callCodec runs one direction of a registered codec and returns the first item of its result.
func (th *Thread) callCodec(encoding string, index int, v Value, errors string) Value {
	f := th.foreign(encoding, index)
	if f.H == nil {
		return f
	}
	return th.runCodec(f, encoding, index, v, StrValue(errors))
}

// RunCodec runs one direction (0: encode, 1: decode) of a codec between any types; errors may be the nil Value.
func (th *Thread) RunCodec(encoding string, index int, v, errors Value) Value {
	info, ok := th.SearchCodec(encoding)
	if !ok {
		return Value{}
	}
	if info.H == nil {
		return th.unknownEncoding(encoding)
	}
	t, _ := AsTuple(info)
	return th.runCodec(t.Items[index], encoding, index, v, errors)
}

func (th *Thread) runCodec(f Value, encoding string, index int, v, errors Value) (r Value) {
	if errors.H == nil {
		r = th.CallArgs(f, v)
	} else {
		r = th.CallArgs(f, v, errors)
	}
	if r.H == nil {
		return th.addNote(pickWord(index == 0, "encoding", "decoding") + " with '" + encoding + "' codec failed")
	}
	t, ok := AsTuple(r)
	if !ok || len(t.Items) != 2 {
		if index == 0 {
			return th.TypeError("encoder must return a tuple (object, integer)")
		}
		return th.TypeError("decoder must return a tuple (object,integer)")
	}
	return t.Items[0]
}
