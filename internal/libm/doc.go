// Package libm holds the elementary functions as precise as a good C library's: results differ from the exactly
// rounded value in the rarest cases only, so that printed digits agree with what CPython prints. Go's math package
// trades the last bit for size.
package libm
