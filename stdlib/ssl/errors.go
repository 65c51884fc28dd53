// SSLError and its kin, raised with OpenSSL's texts.
package sslmod

import (
	"fmt"
	"syscall"

	"pyasync/object"
)

// The errno of SSLErrors: OpenSSL's SSL_ERROR_*.
const (
	sslErrorSSL        = 1
	sslErrorWantRead   = 2
	sslErrorWantWrite  = 3
	sslErrorSyscall    = 5
	sslErrorZeroReturn = 6
	sslErrorEOF        = 8
)

// The lines of CPython's _ssl.c that its messages name, by operation.
const (
	lineHandshake   = 1020
	lineWrite       = 2427
	lineRead        = 2580
	lineShutdown    = 2706
	lineCertificate = 3916
	lineKey         = 3937
	lineLocations   = 4168
	lineData        = 4035
	lineServer      = 812
	lineClient      = 819
)

// errPEM is the error code of OpenSSL for a PEM file that cannot be used.
const errPEM = 524297

// classNames are the exceptions, which the Python part defines.
var classNames = [...]string{"SSLError", "SSLZeroReturnError", "SSLWantReadError", "SSLWantWriteError", "SSLSyscallError",
	"SSLEOFError", "SSLCertVerificationError"}

var (
	strReason        = object.NewStr("reason")
	strLibrary       = object.NewStr("library")
	strVerifyCode    = object.NewStr("verify_code")
	strVerifyMessage = object.NewStr("verify_message")
)

// raisePlain raises SSLError(message).
func (st *state) raisePlain(th *thread, message string) value {
	return st.raise(th, "SSLError", object.StrValue(message))
}

func (st *state) raise(th *thread, class string, args ...value) value {
	exc := th.CallArgs(st.classes[class], args...)
	if exc.IsNil() {
		return exc
	}
	return th.RaiseValue(exc)
}

// raiseError raises class(errno, text) as CPython's fill_and_set_sslerror makes it.
func (st *state) raiseError(th *thread, class string, errno, line int, f failure, v *verifyError) value {
	text := f.text
	if v != nil {
		text += ": " + v.message
	}
	switch {
	case f.library != "" && f.reason != "":
		text = fmt.Sprintf("[%s: %s] %s", f.library, f.reason, text)
	case f.library != "":
		text = fmt.Sprintf("[%s] %s", f.library, text)
	}
	exc := th.CallArgs(st.classes[class], object.Int(int64(errno)), object.StrValue(fmt.Sprintf("%s (_ssl.c:%d)", text, line)))
	if exc.IsNil() {
		return exc
	}
	if !th.SetAttr(exc, strReason, textOrNone(f.reason)) || !th.SetAttr(exc, strLibrary, textOrNone(f.library)) {
		return value{}
	}
	if v != nil && (!th.SetAttr(exc, strVerifyCode, object.Int(int64(v.code))) || !th.SetAttr(exc, strVerifyMessage, object.StrValue(v.message))) {
		return value{}
	}
	return th.RaiseValue(exc)
}

func textOrNone(s string) value {
	if s == "" {
		return object.None
	}
	return object.StrValue(s)
}

// wantRead raises SSLWantReadError, and wantWrite SSLWantWriteError.
func (st *state) wantRead(th *thread, line int) value {
	return st.raiseError(th, "SSLWantReadError", sslErrorWantRead, line, failure{text: "The operation did not complete (read)"}, nil)
}

func (st *state) wantWrite(th *thread, line int) value {
	return st.raiseError(th, "SSLWantWriteError", sslErrorWantWrite, line, failure{text: "The operation did not complete (write)"}, nil)
}

const textEOF = "EOF occurred in violation of protocol"

// fail raises the exception for an error of an engine.
func (st *state) fail(th *thread, e *engine, err error, line int) value {
	switch err {
	case errWantRead:
		return st.wantRead(th, line)
	case errClosed:
		return st.raiseError(th, "SSLZeroReturnError", sslErrorZeroReturn, line, failure{text: "TLS/SSL connection has been closed (EOF)"}, nil)
	case errFailed:
		return st.raiseError(th, "SSLEOFError", sslErrorEOF, line, failure{text: textEOF}, nil)
	case errEnded:
		return st.raiseError(th, "SSLEOFError", sslErrorEOF, line, failure{"SSL", "UNEXPECTED_EOF_WHILE_READING", textEOF}, nil)
	case errDataAfterClose:
		return st.raiseError(th, "SSLError", sslErrorSSL, line, sslReason("APPLICATION_DATA_AFTER_CLOSE_NOTIFY"), nil)
	case errInHandshake:
		return st.raiseError(th, "SSLError", sslErrorSSL, line, sslReason("SHUTDOWN_WHILE_IN_INIT"), nil)
	case errShutdown:
		return st.raiseError(th, "SSLError", sslErrorSSL, line, sslReason("PROTOCOL_IS_SHUTDOWN"), nil)
	}
	if errno, ok := err.(syscall.Errno); ok {
		return th.RaiseErrno(object.ErrnoOf(errno), value{}, value{})
	}
	if v := e.refusal(err); v != nil {
		return st.raiseError(th, "SSLCertVerificationError", sslErrorSSL, line, sslReason("CERTIFICATE_VERIFY_FAILED"), v)
	}
	return st.raiseError(th, "SSLError", sslErrorSSL, line, explain(err, e.wire.first), nil)
}
