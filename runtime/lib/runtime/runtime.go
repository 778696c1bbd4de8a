// Package runtime: what programs may ask of the runtime.
package runtime

const (
	Compiler = "outlive"
	GOOS     = "linux"
	GOARCH   = "amd64"
)

// Error is the type of the errors that the runtime panics with.
type Error interface {
	error
	RuntimeError()
}

func GC()
func NumCPU() int
func NumGoroutine() int
func Gosched()

// GOMAXPROCS is the number of processors, and cannot be changed.
func GOMAXPROCS(n int) int {
	return NumCPU()
}

func Version() string {
	return "go1.22"
}

//outlive:flows x=
func KeepAlive(x any)

// MemStats tells how much memory is in use. Of objects that were collected only the number of collections is known, so that
// Frees stays zero.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Mallocs, Frees  uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse uint64
	HeapReleased, HeapObjects               uint64
	NumGC                                   uint32
}

func memory() (objects, total, inUse, system, collections uint64)

func ReadMemStats(m *MemStats) {
	objects, total, inUse, system, collections := memory()
	*m = MemStats{Alloc: inUse, TotalAlloc: total, Sys: system, Mallocs: objects, HeapAlloc: inUse, HeapSys: system,
		HeapInuse: inUse, NumGC: uint32(collections)}
}
