// The choice of Huffman tables: up to six, each for some of the groups of symbols.
package bz2mod

// tableCount is how many tables so many symbols get.
func tableCount(symbols int) int {
	for i, limit := range [...]int{200, 600, 1200, 2400} {
		if symbols < limit {
			return i + 2
		}
	}
	return 6
}

// chooseTables returns the code lengths of each table and the table of each group. It begins with tables for ranges of
// symbols of equal weight, and refines them by what the groups that chose them contain.
func chooseTables(symbols []uint16, alphabet int) (lengths [][]byte, selectors []byte) {
	lengths = firstTables(symbols, alphabet, tableCount(len(symbols)))
	for range passes {
		counts := make([][]int32, len(lengths))
		for t := range counts {
			counts[t] = make([]int32, alphabet)
		}
		selectors = selectors[:0]
		for rest := symbols; len(rest) > 0; {
			group := rest[:min(groupSize, len(rest))]
			rest = rest[len(group):]
			best, cheapest := 0, int(^uint(0)>>1)
			for t, table := range lengths {
				cost := 0
				for _, s := range group {
					cost += int(table[s])
				}
				if cost < cheapest {
					best, cheapest = t, cost
				}
			}
			selectors = append(selectors, byte(best))
			for _, s := range group {
				counts[best][s]++
			}
		}
		for t := range lengths {
			lengths[t] = codeLengths(counts[t])
		}
	}
	return lengths, selectors
}

// firstTables divides the alphabet into ranges; a table takes its range at no cost, the rest at a high one.
func firstTables(symbols []uint16, alphabet, tables int) [][]byte {
	counts := make([]int, alphabet)
	for _, s := range symbols {
		counts[s]++
	}
	const high = 15
	lengths := make([][]byte, tables)
	left, from := len(symbols), 0
	for part := tables; part > 0; part-- {
		target := left / part
		to, sum := from-1, 0
		for sum < target && to < alphabet-1 {
			to++
			sum += counts[to]
		}
		if to > from && part != tables && part != 1 && (tables-part)%2 == 1 {
			sum -= counts[to]
			to--
		}
		table := make([]byte, alphabet)
		for s := range table {
			if s < from || s > to {
				table[s] = high
			}
		}
		lengths[part-1] = table
		from = to + 1
		left -= sum
	}
	return lengths
}

// codeLengths are the lengths of a Huffman code for the counts. While a code is too long the counts are made more
// alike. The heap's details decide between codes that are equally good.
func codeLengths(counts []int32) []byte {
	n := len(counts)
	weight := make([]int32, 2*n+1) // node 0 is a sentinel; in the low byte of a weight stands the depth below
	for i, c := range counts {
		weight[i+1] = max(c, 1) << 8
	}
	lengths := make([]byte, n)
	for {
		parent := huffmanTree(weight, n)
		tooLong := false
		for i := range n {
			depth := 0
			for k := i + 1; parent[k] >= 0; k = int(parent[k]) {
				depth++
			}
			lengths[i] = byte(depth)
			tooLong = tooLong || depth > maxLength
		}
		if !tooLong {
			return lengths
		}
		for i := 1; i <= n; i++ {
			weight[i] = (1 + weight[i]>>8/2) << 8
		}
	}
}

// huffmanTree joins the two lightest nodes until one is left, and returns the parents.
func huffmanTree(weight []int32, n int) (parent []int32) {
	parent = make([]int32, 2*n+1)
	for i := range parent {
		parent[i] = -1
	}
	h := &heap{nodes: make([]int32, 1, n+2), weight: weight}
	for i := 1; i <= n; i++ {
		h.push(int32(i))
	}
	for next := int32(n + 1); len(h.nodes) > 2; next++ {
		a, b := h.pop(), h.pop()
		parent[a], parent[b] = next, next
		weight[next] = (weight[a]&^0xff + weight[b]&^0xff) | (1 + max(weight[a]&0xff, weight[b]&0xff))
		h.push(next)
	}
	return parent
}

// heap holds nodes, the lightest first, from place 1 on.
type heap struct {
	nodes  []int32
	weight []int32
}

func (h *heap) push(node int32) {
	h.nodes = append(h.nodes, node)
	at := len(h.nodes) - 1
	for at > 1 && h.weight[node] < h.weight[h.nodes[at>>1]] {
		h.nodes[at] = h.nodes[at>>1]
		at >>= 1
	}
	h.nodes[at] = node
}

func (h *heap) pop() int32 {
	top := h.nodes[1]
	last := len(h.nodes) - 1
	node := h.nodes[last]
	h.nodes = h.nodes[:last]
	if last == 1 {
		return top
	}
	at := 1
	for {
		child := at << 1
		if child >= last {
			break
		}
		if child+1 < last && h.weight[h.nodes[child+1]] < h.weight[h.nodes[child]] {
			child++
		}
		if h.weight[node] < h.weight[h.nodes[child]] {
			break
		}
		h.nodes[at] = h.nodes[child]
		at = child
	}
	h.nodes[at] = node
	return top
}
