// The type memoryview.
package object
