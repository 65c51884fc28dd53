// The cell type (types.CellType).
package object

func init() {
	cell := func(v Value) *Cell { return (*Cell)(v.Ptr()) }
	Define(&CellType, Spec{Name: "cell", Sig: "contents=<unrepresentable>, /", Flags: FlagFinal, Alloc: Allocator[Cell](),
		Doc: "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and\n further attempts to access its cell_contents attribute will\n    raise a ValueError.",
		Slots: Slots{
			New: func(th *Thread, t *Type, args []Value, kw []*Str) Value {
				if len(args) > 1 || len(kw) > 0 {
					return th.TypeError("cell expected at most 1 argument, got %d", len(args))
				}
				c := NewCell(Value{})
				if len(args) == 1 {
					c.V = args[0]
				}
				return ObjectValue(&c.Header)
			},
			Repr: func(th *Thread, v Value) Value {
				c := cell(v)
				if c.V.H == nil {
					return StrValue("<cell at " + Address(v) + ": empty>")
				}
				return StrValue("<cell at " + Address(v) + ": " + c.V.Type().Name + " object at " + Address(c.V) + ">")
			},
			Compare: func(th *Thread, a, b Value, op CmpOp) Value {
				if !a.Is(&CellType) || !b.Is(&CellType) {
					return NotImplemented
				}
				x, y := cell(a).V, cell(b).V
				if x.H != nil && y.H != nil {
					return th.Compare(x, y, op)
				}
				return Bool(Ordered(b2i(x.H != nil), b2i(y.H != nil), op))
			},
		},
		Getset: []Getset{{Name: "cell_contents", Get: func(th *Thread, v Value) Value {
			if cell(v).V.H == nil {
				return th.ValueError("cell is empty")
			}
			return cell(v).V
		}, Set: func(th *Thread, v, x Value) bool { cell(v).V = x; return true }}},
	})
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
