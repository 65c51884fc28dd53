// The modules encodings.utf_8, encodings.cp1252 …: one for each encoding, filled by few Python modules that know their kinds.
package codecsmod

import (
	"strings"

	"pyasync/object"
)

// EncodingModule returns what fills the module of an encoding ("encodings.utf_8"), nil if it is none of those.
func EncodingModule(name string) func(th *thread, m *object.Module) bool {
	module, ok := strings.CutPrefix(name, "encodings.")
	if !ok {
		return nil
	}
	kind := "_text"
	switch module {
	case "utf_8_sig", "utf_16", "utf_32":
		kind = "_marked"
	case "hex_codec", "base64_codec", "bz2_codec", "zlib_codec", "quopri_codec", "uu_codec":
		kind = "_binary"
	default:
		if !object.IsCodecModule(module) {
			return nil
		}
	}
	return func(th *thread, m *object.Module) bool {
		maker := th.Interp.Hooks.Import(th, "encodings."+kind)
		return maker.H != nil && th.CallMethod(maker, object.NewStr("fill"), m.Dict.V(), object.StrValue(module)).H != nil
	}
}

// aliases is the dict of the built-in encodings' other names.
func aliases(th *thread, self value) value {
	d := object.NewDict()
	object.EachCodecAlias(func(alias, module string) {
		d.SetName(alias, object.StrValue(module))
	})
	return d.V()
}

// decodingTable is the text of the 256 characters of a single-byte encoding, None for others.
func decodingTable(th *thread, self, name value) value {
	s, _ := object.GoString(name)
	if table := object.CodecTable(s); table != nil {
		return object.StrValue(string(table))
	}
	return object.None
}
