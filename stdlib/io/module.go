// The modules io and _io.
package iomod

import "pyasync/object"

// Init fills the module io (and _io, which is the same here).
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(openFuncs)
	open := m.Dict.GetName("open")
	(*object.Builtin)(open.Ptr()).Module = "_io"
	if b := th.Interp.Builtins; b != nil {
		if o := b.Dict.GetName("open"); !o.IsNil() {
			m.Set("open", o) // io.open is builtins.open
		} else {
			b.Set("open", open)
		}
	}
	m.AddTypes(&FileType, &BytesIOType, &StringIOType, &BufferedReaderType, &BufferedWriterType, &BufferedRandomType, &rwPairType,
		&TextType, &newlineDecoderType, &unsupportedType, &ioBaseType, &rawIOBaseType, &bufferedIOBaseType, &textIOBaseType, &object.BlockingIOErrorType)
	m.Set("IOBase", ioBaseType.V())
	m.Set("RawIOBase", rawIOBaseType.V())
	m.Set("BufferedIOBase", bufferedIOBaseType.V())
	m.Set("TextIOBase", textIOBaseType.V())
	m.Set("DEFAULT_BUFFER_SIZE", object.Int(bufferSize))
	for i, name := range [...]string{"SEEK_SET", "SEEK_CUR", "SEEK_END"} {
		m.Set(name, object.Int(int64(i)))
	}
	all := make([]value, len(exported))
	for i, name := range exported {
		all[i] = object.StrValue(name)
	}
	m.Set("__all__", object.NewList(all).V())
	return true
}

var exported = [...]string{"BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
	"BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET",
	"SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding", "IncrementalNewlineDecoder"}

// Sink returns the stream behind a file object to which print may write directly (object.Hooks.TextSink).
func Sink(v value) object.TextSink {
	switch v.H.Shape {
	case &TextType.Root:
		return textOf(v)
	case &StringIOType.Root:
		return stringIOOf(v)
	}
	return nil
}
