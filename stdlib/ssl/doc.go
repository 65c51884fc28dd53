// Package sslmod is the module _ssl, on crypto/tls: contexts, memory BIOs, and the TLS state machine of one connection.
// The module ssl, in Python, builds on it, and asyncio's SSLProtocol on that.
//
// # TLS without waiting
//
// crypto/tls expects a net.Conn that it may block on; here nothing may block, because one event loop serves all
// connections. The connection crypto/tls sees is a wire: memory on one side of which ciphertext arrives, and leaves on
// the other.
//
//   - After the handshake, a wire that has run dry answers Read with a temporary net.Error. crypto/tls keeps what it has
//     of the record and can be asked again, so reading and writing are plain calls.
//   - In the handshake every error is final. It therefore runs as a coroutine (iter.Pull): when the wire is dry the
//     coroutine hands control back, and is resumed when there is more. It lives no longer than the handshake; a
//     connection that is dropped in the middle of one ends it (engine.close, or the cleanup of the object that owned it).
//     A hand-over costs about 0.2 µs beside the 0.3 to 1 ms of a handshake's arithmetic; the alternative, crypto/tls's
//     event interface for QUIC, has no record layer.
//
// A wire hands out one record at a time, never a byte more: what follows a close_notify belongs to the program, and
// MemoryBIO.pending, which asyncio's flow control looks at, agrees with OpenSSL.
//
// # Errors
//
// Programs match on OpenSSL's reasons and texts, so reasons.go translates. Certificates are accepted or refused by
// crypto/x509 (and, for VERIFY_X509_STRICT and friends, by checks on top of it); verify.go only finds out which of
// OpenSSL's codes names the refusal.
package sslmod
