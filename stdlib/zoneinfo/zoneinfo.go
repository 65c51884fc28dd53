// Package zoneinfo is Python's zoneinfo module, over Go's time zone database.
package zoneinfo

import (
	"path"
	"strings"
	"time"
	_ "time/tzdata" // for machines without a database of their own

	"pyasync/internal/pytime"
	"pyasync/object"
	"pyasync/stdlib/datetime"
)

type (
	value  = object.Value
	thread = object.Thread
)

// zone is a ZoneInfo object.
type zone struct {
	object.Header
	key string // "" for zones made from a file
	loc *time.Location
}

var zoneType object.Type

// state is the module's state in one interpreter: the zones made, and the class of the error.
type state struct {
	zones    map[string]value
	notFound value
}

type stateKey struct{}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	ns := object.NewDict()
	ns.SetName("__module__", object.StrValue("zoneinfo"))
	class := th.CallArgs(object.TypeType.V(), object.StrValue("ZoneInfoNotFoundError"), object.TupleOf(object.KeyErrorType.V()), ns.V())
	if class.H == nil {
		return false
	}
	th.Interp.SetExt(stateKey{}, &state{map[string]value{}, class})
	m.AddTypes(&zoneType)
	m.Set("ZoneInfoNotFoundError", class)
	m.Set("TZPATH", object.TupleOf())
	m.AddFuncs([]object.Method{
		{Name: "available_timezones", Flags: object.PyFunction, Doc: "Returns a set containing all available time zones.", F0: availableZones},
		{Name: "reset_tzpath", Flags: object.PyFunction, Sig: "to=None", F: func(*thread, value, []value) value { return object.None }},
	})
	return true
}

func init() {
	object.Define(&zoneType, object.Spec{Name: "zoneinfo.ZoneInfo", Base: &datetime.TZInfoType, Alloc: object.Allocator[zone](), Sig: "key",
		Slots: object.Slots{New: newZone,
			Str: func(th *thread, v value) value {
				if k := of(v).key; k != "" {
					return object.StrValue(k)
				}
				return zoneRepr(th, v)
			},
			Repr: zoneRepr,
		},
		Methods: []object.Method{
			{Name: "utcoffset", Sig: "dt, /", F1: func(th *thread, v, dt value) value {
				return answer(th, v, dt, func(t time.Time) value { _, off := t.Zone(); return datetime.Seconds(off) })
			}},
			{Name: "tzname", Sig: "dt, /", F1: func(th *thread, v, dt value) value {
				return answer(th, v, dt, func(t time.Time) value { name, _ := t.Zone(); return object.StrValue(name) })
			}},
			{Name: "dst", Sig: "dt, /", F1: func(th *thread, v, dt value) value { return answer(th, v, dt, dstOf) }},
			{Name: "fromutc", Sig: "dt, /", F1: fromUTC},
			{Name: "no_cache", Sig: "key", Flags: object.ClassMethod, F1: func(th *thread, cls, key value) value {
				t, _ := object.AsType(cls)
				return load(th, t, key)
			}},
			{Name: "clear_cache", Sig: "*, only_keys=None", Flags: object.ClassMethod, F: func(th *thread, cls value, _ []value) value {
				clear(th.Interp.Ext(stateKey{}).(*state).zones)
				return object.None
			}},
			{Name: "__reduce__", F0: func(th *thread, v value) value {
				return object.TupleOf(v.Type().V(), object.TupleOf(object.StrValue(of(v).key)))
			}},
			{Name: "__copy__", F0: func(th *thread, v value) value { return v }},
			{Name: "__deepcopy__", Sig: "memo, /", F1: func(th *thread, v, _ value) value { return v }},
		},
		Members: []object.Member{{Name: "key", Get: func(th *thread, v value) value {
			if k := of(v).key; k != "" {
				return object.StrValue(k)
			}
			return object.None
		}}},
	})
}

func of(v value) *zone { return (*zone)(v.Ptr()) }

func zoneRepr(th *thread, v value) value {
	t := v.Type()
	name := t.Name
	if t.Flags&object.FlagHeap == 0 {
		name = "zoneinfo.ZoneInfo"
	}
	return object.StrValue(name + "(key='" + of(v).key + "')")
}

var zoneSig = object.ParseSignature("key")

// newZone gives the one object of a key.
func newZone(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(1)
	defer th.Release(w)
	if !zoneSig.Bind(th, "ZoneInfo", args, kw, w) {
		return value{}
	}
	key, _ := object.GoString(w[0])
	s := th.Interp.Ext(stateKey{}).(*state)
	if z := s.zones[key]; z.H != nil && t == &zoneType {
		return z
	}
	z := load(th, t, w[0])
	if z.H != nil && t == &zoneType {
		s.zones[key] = z
	}
	return z
}

func load(th *thread, t *object.Type, key value) value {
	name, ok := object.GoString(key)
	if !ok {
		return th.TypeError("expected str, bytes or os.PathLike object, not %s", key.Type().TPName())
	}
	switch clean := path.Clean(name); {
	case path.IsAbs(name):
		return th.ValueError("ZoneInfo keys may not be absolute paths, got: %s", name)
	case len(clean) != len(name):
		return th.ValueError("ZoneInfo keys must be normalized relative paths, got: %s", name)
	case clean == ".." || strings.HasPrefix(clean, "../"):
		return th.ValueError("ZoneInfo keys must refer to subdirectories of TZPATH, got: %s", name)
	}
	loc, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		exc := th.CallArgs(th.Interp.Ext(stateKey{}).(*state).notFound, object.StrValue("No time zone found with key "+name))
		if exc.H != nil {
			th.RaiseValue(exc)
		}
		return value{}
	}
	o := t.Allocate()
	z := of(o)
	z.key, z.loc = name, loc
	return o
}

// answer asks about the wall clock time dt; None gives None, as the offset is not known, but for fixed zones.
func answer(th *thread, v, dt value, f func(t time.Time) value) value {
	if dt.IsNone() {
		if fixed(of(v).loc) {
			return f(time.Unix(0, 0).In(of(v).loc))
		}
		return object.None
	}
	wall, fold, ok := datetime.WallClock(dt)
	if !ok {
		return th.TypeError("descriptor 'utcoffset' requires a 'datetime.datetime' object but received a '%s'", dt.Type().TPName())
	}
	posix := datetime.LocalToPosix(of(v).loc, wall, fold)
	t := time.Unix(posix, 0).In(of(v).loc)
	// A wall clock time that clocks skip has the offset of the side its fold names, not that of the instant.
	want := int(wall - datetime.EpochSeconds - posix)
	for _, d := range []time.Duration{0, -24 * time.Hour, 24 * time.Hour} {
		if _, off := t.Add(d).Zone(); off == want {
			return f(t.Add(d))
		}
	}
	return f(t)
}

// fixed reports whether a zone has one offset only.
func fixed(loc *time.Location) bool {
	_, offsets, dst := pytime.Zones(loc, time.Unix(0, 0))
	_, later, dst2 := pytime.Zones(loc, time.Unix(1700000000, 0))
	return !dst && !dst2 && offsets == later
}

// dstOf is the difference to standard time: that of the nearest time of the other kind.
func dstOf(t time.Time) value {
	if !t.IsDST() {
		return datetime.Seconds(0)
	}
	_, off := t.Zone()
	for _, months := range []int{-3, -6, 3, 6, -9, 9} {
		if o := t.AddDate(0, months, 0); !o.IsDST() {
			if _, std := o.Zone(); std != off {
				return datetime.Seconds(off - std)
			}
		}
	}
	return datetime.Seconds(3600)
}

func fromUTC(th *thread, v, dt value) value {
	wall, _, ok := datetime.WallClock(dt)
	if !ok {
		return th.TypeError("fromutc() requires a datetime argument")
	}
	if datetime.ZoneOf(dt) != v {
		return th.ValueError("fromutc: dt.tzinfo is not self")
	}
	t := time.Unix(wall-datetime.EpochSeconds, 0).In(of(v).loc)
	_, off := t.Zone()
	_, before := t.Add(-24 * time.Hour).Zone()
	fold := 0
	if shift := before - off; shift > 0 {
		// The hour after clocks go back shows the same times again.
		if _, o := t.Add(-time.Duration(shift) * time.Second).Zone(); o == before {
			fold = 1
		}
	}
	return datetime.Shift(th, dt, off, fold)
}

func availableZones(th *thread, _ value) value {
	var items []value
	for _, name := range zoneNames() {
		items = append(items, object.StrValue(name))
	}
	return th.CallArgs(object.SetType.V(), object.NewList(items).V())
}
