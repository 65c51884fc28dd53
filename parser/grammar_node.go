// The diagnoser's nodes: what an error message needs to know of an expression.

package parser

import "pyasync/lexer"

// nodeKind is the kind of expression a node stands for.
type nodeKind uint8

const (
	nodeOther nodeKind = iota
	nodeAbsent
	nodeList // the values of a repetition
	nodeName
	nodeAttribute
	nodeSubscript
	nodeStarred
	nodeListDisplay
	nodeTuple
	nodeLambda
	nodeCall
	nodeOperation
	nodeGenerator
	nodeYield
	nodeAwait
	nodeListComp
	nodeSetComp
	nodeDictComp
	nodeDict
	nodeSet
	nodeFString
	nodeLiteral
	nodeTrue
	nodeFalse
	nodeNone
	nodeEllipsis
	nodeComparison
	nodeConditional
	nodeNamed
	nodeArguments
	nodeKeyword
	nodeUnpacking // ** in a call
	nodeClause    // for … in … of a comprehension
)

// nodeKinds maps the names the grammar's actions use.
var nodeKinds = map[string]nodeKind{
	"Attribute": nodeAttribute, "Subscript": nodeSubscript, "Starred": nodeStarred, "List": nodeListDisplay, "Tuple": nodeTuple,
	"Lambda": nodeLambda, "Call": nodeCall, "Operation": nodeOperation, "Generator": nodeGenerator, "Yield": nodeYield,
	"Await": nodeAwait, "ListComp": nodeListComp, "SetComp": nodeSetComp, "DictComp": nodeDictComp, "Dict": nodeDict,
	"Set": nodeSet, "FString": nodeFString, "Comparison": nodeComparison, "Conditional": nodeConditional,
	"Named": nodeNamed, "Arguments": nodeArguments, "Keyword": nodeKeyword, "Unpacking": nodeUnpacking, "Clause": nodeClause,
	"Group": nodeOther,
}

// tokenNodes are the kinds of expressions that are one token.
var tokenNodes = map[lexer.Kind]nodeKind{
	lexer.Name: nodeName, lexer.Number: nodeLiteral, lexer.String: nodeLiteral, lexer.Ellipsis: nodeEllipsis,
	lexer.KwTrue: nodeTrue, lexer.KwFalse: nodeFalse, lexer.KwNone: nodeNone,
}

// exprNames are the words for expressions in messages, as _PyPegen_get_expr_name has them.
var exprNames = map[nodeKind]string{
	nodeAttribute: "attribute", nodeSubscript: "subscript", nodeStarred: "starred", nodeName: "name",
	nodeListDisplay: "list", nodeTuple: "tuple", nodeLambda: "lambda", nodeCall: "function call",
	nodeOperation: "expression", nodeGenerator: "generator expression", nodeYield: "yield expression",
	nodeAwait: "await expression", nodeListComp: "list comprehension", nodeSetComp: "set comprehension",
	nodeDictComp: "dict comprehension", nodeDict: "dict literal", nodeSet: "set display",
	nodeFString: "f-string expression", nodeLiteral: "literal", nodeTrue: "True", nodeFalse: "False", nodeNone: "None",
	nodeEllipsis: "ellipsis", nodeComparison: "comparison", nodeConditional: "conditional expression", nodeNamed: "named expression",
}

// buildNode makes a node of the values of some labels; lists are spread, absent ones left out.
func buildNode(kind nodeKind, args []int) action {
	return func(_ *engine, labels []*node, span node) *node {
		n := &node{kind: kind, first: span.first, end: span.end}
		for _, a := range args {
			switch v := labels[a]; v.kind {
			case nodeAbsent:
			case nodeList:
				n.kids = append(n.kids, v.kids...)
			default:
				n.kids = append(n.kids, v)
			}
		}
		return n
	}
}

// invalidTarget finds the part of an expression that cannot be assigned to, or deleted, nil if there is none.
// It mirrors _PyPegen_get_invalid_target.
func (e *engine) invalidTarget(n *node, use targetUse) *node {
	switch n.kind {
	case nodeListDisplay, nodeTuple:
		for _, k := range n.kids {
			if bad := e.invalidTarget(k, use); bad != nil {
				return bad
			}
		}
		return nil
	case nodeStarred:
		if use == deleteTarget {
			return n
		}
		return e.invalidTarget(n.kids[0], use)
	case nodeComparison:
		// for a in b: parsed as a comparison when something is wrong with it
		if use == forTarget {
			if e.toks[n.kids[1].first].Type == lexer.KwIn {
				return e.invalidTarget(n.kids[0], use)
			}
			return nil
		}
	case nodeName, nodeAttribute, nodeSubscript:
		return nil
	}
	return n
}

// targetUse says what is to be done with a target.
type targetUse uint8

const (
	storeTarget targetUse = iota
	deleteTarget
	forTarget
)
