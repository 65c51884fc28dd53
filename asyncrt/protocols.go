// The abstract protocols: BaseProtocol and what derives from it. All their methods do nothing.
package asyncrt

import "pyasync/object"

// The protocol classes.
var BaseProtocolType, ProtocolType, BufferedProtocolType, DatagramProtocolType, SubprocessProtocolType object.Type

// protocolMethod is a row of a protocol class.
type protocolMethod struct{ name, sig, doc string }

func noMethods() map[string]Value { return map[string]Value{"__slots__": object.NewTuple(nil).V()} }

func init() {
	for _, c := range []struct {
		t, base   *object.Type
		name, doc string
		methods   []protocolMethod
	}{
		{&BaseProtocolType, nil, "BaseProtocol", "What all protocols have: the life of the connection and flow control.", []protocolMethod{
			{"connection_made", "transport", "The connection stands."},
			{"connection_lost", "exc", "The connection is gone; exc is None when it was closed in order."},
			{"pause_writing", "", "The transport's buffer rose above the high-water mark."},
			{"resume_writing", "", "The transport's buffer sank below the low-water mark."}}},
		{&ProtocolType, &BaseProtocolType, "Protocol", "A protocol for a stream of bytes.", []protocolMethod{
			{"data_received", "data", "Some bytes arrived."},
			{"eof_received", "", "The other side will send no more; a true result keeps the transport open."}}},
		{&BufferedProtocolType, &BaseProtocolType, "BufferedProtocol", "A stream protocol that lends the transport its own buffer.", []protocolMethod{
			{"get_buffer", "sizehint", "The buffer to receive into."},
			{"buffer_updated", "nbytes", "nbytes were received into the buffer."},
			{"eof_received", "", "The other side will send no more."}}},
		{&DatagramProtocolType, &BaseProtocolType, "DatagramProtocol", "A protocol for datagrams.", []protocolMethod{
			{"datagram_received", "data, addr", "A datagram arrived."},
			{"error_received", "exc", "A send or receive operation raised OSError."}}},
		{&SubprocessProtocolType, &BaseProtocolType, "SubprocessProtocol", "A protocol for a child process.", []protocolMethod{
			{"pipe_data_received", "fd, data", "The child wrote to its descriptor fd."},
			{"pipe_connection_lost", "fd, exc", "A pipe to the child was closed."},
			{"process_exited", "", "The child has ended."}}},
	} {
		rows := make([]object.Method, len(c.methods))
		for i, m := range c.methods {
			rows[i] = object.Method{Name: m.name, Sig: m.sig, Doc: m.doc, F: func(th *Thread, self Value, a []Value) Value { return None }}
		}
		definePython(c.t, object.Spec{Name: "asyncio.protocols." + c.name, Doc: c.doc, Base: c.base, Methods: rows, Consts: noMethods})
	}
}
