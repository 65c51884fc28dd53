// The struct sequences of sys: version_info, flags, float_info and their like.
package sysmod

import (
	"math"

	"pyasync/object"
)

var versionInfoType, flagsType, floatInfoType, intInfoType, hashInfoType, threadInfoType, asyncgenHooksType object.Type

func fields(names ...string) []object.StructField {
	f := make([]object.StructField, len(names))
	for i, n := range names {
		f[i].Name = n
	}
	return f
}

func init() {
	def := func(t *object.Type, name string, noNew bool, names ...string) {
		object.DefineStructSeq(t, "sys."+name, "", len(names), noNew, fields(names...)...)
	}
	def(&versionInfoType, "version_info", true, "major", "minor", "micro", "releaselevel", "serial")
	def(&flagsType, "flags", true, "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
		"ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode",
		"warn_default_encoding", "safe_path", "int_max_str_digits")
	def(&floatInfoType, "float_info", false, "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds")
	def(&intInfoType, "int_info", false, "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")
	def(&hashInfoType, "hash_info", false, "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")
	def(&threadInfoType, "thread_info", false, "name", "lock", "version")
	object.DefineStructSeq(&asyncgenHooksType, "asyncgen_hooks", "", 2, false, fields("firstiter", "finalizer")...)
}

func seq(t *object.Type, items ...value) value { return object.NewStructSeq(t, len(items), items) }

func ints(list ...int64) []value {
	items := make([]value, len(list))
	for i, n := range list {
		items[i] = object.Int(n)
	}
	return items
}

func versionInfo() value {
	return seq(&versionInfoType, object.Int(3), object.Int(13), object.Int(0), object.StrValue("final"), object.Int(0))
}

func floatInfo() value {
	return seq(&floatInfoType, object.Float(math.MaxFloat64), object.Int(1024), object.Int(308), object.Float(0x1p-1022), object.Int(-1021),
		object.Int(-307), object.Int(15), object.Int(53), object.Float(0x1p-52), object.Int(2), object.Int(1))
}

func intInfo() value { return seq(&intInfoType, ints(30, 4, object.DefaultIntMaxStrDigits, 640)...) }

func hashInfo() value {
	return seq(&hashInfoType, object.Int(64), object.Int(1<<61-1), object.Int(314159), object.Int(0), object.Int(1000003),
		object.StrValue("siphash13"), object.Int(64), object.Int(128), object.Int(0))
}

func threadInfo() value {
	return seq(&threadInfoType, object.StrValue("pthread"), object.StrValue("semaphore"), object.None)
}

func flagsOf(th *thread, h *object.Host) value {
	f := &h.Flags
	randomized := int64(1)
	if _, zero := object.SeededHashes(); zero {
		randomized = 0
	}
	items := ints(int64(f.Debug), int64(f.Inspect), int64(f.Interactive), int64(f.Optimize), 1, int64(f.NoUserSite), int64(f.NoSite),
		int64(f.IgnoreEnvironment), int64(f.Verbose), int64(f.BytesWarning), int64(f.Quiet), randomized, int64(f.Isolated))
	items = append(items, object.Bool(f.DevMode), object.Int(int64(f.UTF8Mode)), object.Int(0), object.Bool(f.SafePath), object.Int(int64(th.Interp.IntMaxStrDigits)))
	return seq(&flagsType, items...)
}
