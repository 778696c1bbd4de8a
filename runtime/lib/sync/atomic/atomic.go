// Package atomic: operations on words that goroutines share.
package atomic

import "unsafe"

//go:noescape
func AddInt32(addr *int32, delta int32) (new int32)

//go:noescape
func LoadInt32(addr *int32) (val int32)

//go:noescape
func StoreInt32(addr *int32, val int32)

//go:noescape
func SwapInt32(addr *int32, new int32) (old int32)

//go:noescape
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)

//go:noescape
func AddInt64(addr *int64, delta int64) (new int64)

//go:noescape
func LoadInt64(addr *int64) (val int64)

//go:noescape
func StoreInt64(addr *int64, val int64)

//go:noescape
func SwapInt64(addr *int64, new int64) (old int64)

//go:noescape
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)

//go:noescape
func AddUint32(addr *uint32, delta uint32) (new uint32)

//go:noescape
func LoadUint32(addr *uint32) (val uint32)

//go:noescape
func StoreUint32(addr *uint32, val uint32)

//go:noescape
func SwapUint32(addr *uint32, new uint32) (old uint32)

//go:noescape
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)

//go:noescape
func AddUint64(addr *uint64, delta uint64) (new uint64)

//go:noescape
func LoadUint64(addr *uint64) (val uint64)

//go:noescape
func StoreUint64(addr *uint64, val uint64)

//go:noescape
func SwapUint64(addr *uint64, new uint64) (old uint64)

//go:noescape
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)

//go:noescape
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)

//go:noescape
func LoadUintptr(addr *uintptr) (val uintptr)

//go:noescape
func StoreUintptr(addr *uintptr, val uintptr)

//go:noescape
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)

//go:noescape
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool)

//outlive:flows addr=result:1
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)

//outlive:flows addr= val=heap
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)

//outlive:flows addr=result:1 new=heap
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

//outlive:flows addr= old= new=heap
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)

// Int32 is int32 that is only used by atomic operations.
type Int32 struct {
	v int32
}

func (x *Int32) Load() int32                        { return LoadInt32(&x.v) }
func (x *Int32) Store(val int32)                    { StoreInt32(&x.v, val) }
func (x *Int32) Add(delta int32) int32              { return AddInt32(&x.v, delta) }
func (x *Int32) Swap(new int32) int32               { return SwapInt32(&x.v, new) }
func (x *Int32) CompareAndSwap(old, new int32) bool { return CompareAndSwapInt32(&x.v, old, new) }

// Int64 is int64 that is only used by atomic operations.
type Int64 struct {
	v int64
}

func (x *Int64) Load() int64                        { return LoadInt64(&x.v) }
func (x *Int64) Store(val int64)                    { StoreInt64(&x.v, val) }
func (x *Int64) Add(delta int64) int64              { return AddInt64(&x.v, delta) }
func (x *Int64) Swap(new int64) int64               { return SwapInt64(&x.v, new) }
func (x *Int64) CompareAndSwap(old, new int64) bool { return CompareAndSwapInt64(&x.v, old, new) }

// Uint32 is uint32 that is only used by atomic operations.
type Uint32 struct {
	v uint32
}

func (x *Uint32) Load() uint32                        { return LoadUint32(&x.v) }
func (x *Uint32) Store(val uint32)                    { StoreUint32(&x.v, val) }
func (x *Uint32) Add(delta uint32) uint32             { return AddUint32(&x.v, delta) }
func (x *Uint32) Swap(new uint32) uint32              { return SwapUint32(&x.v, new) }
func (x *Uint32) CompareAndSwap(old, new uint32) bool { return CompareAndSwapUint32(&x.v, old, new) }

// Uint64 is uint64 that is only used by atomic operations.
type Uint64 struct {
	v uint64
}

func (x *Uint64) Load() uint64                        { return LoadUint64(&x.v) }
func (x *Uint64) Store(val uint64)                    { StoreUint64(&x.v, val) }
func (x *Uint64) Add(delta uint64) uint64             { return AddUint64(&x.v, delta) }
func (x *Uint64) Swap(new uint64) uint64              { return SwapUint64(&x.v, new) }
func (x *Uint64) CompareAndSwap(old, new uint64) bool { return CompareAndSwapUint64(&x.v, old, new) }

// Uintptr is uintptr that is only used by atomic operations.
type Uintptr struct {
	v uintptr
}

func (x *Uintptr) Load() uintptr                        { return LoadUintptr(&x.v) }
func (x *Uintptr) Store(val uintptr)                    { StoreUintptr(&x.v, val) }
func (x *Uintptr) Add(delta uintptr) uintptr            { return AddUintptr(&x.v, delta) }
func (x *Uintptr) Swap(new uintptr) uintptr             { return SwapUintptr(&x.v, new) }
func (x *Uintptr) CompareAndSwap(old, new uintptr) bool { return CompareAndSwapUintptr(&x.v, old, new) }

// Bool is a bool that is only used by atomic operations.
type Bool struct {
	v uint32
}

func number(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func (x *Bool) Load() bool         { return LoadUint32(&x.v) != 0 }
func (x *Bool) Store(val bool)     { StoreUint32(&x.v, number(val)) }
func (x *Bool) Swap(new bool) bool { return SwapUint32(&x.v, number(new)) != 0 }
func (x *Bool) CompareAndSwap(old, new bool) bool {
	return CompareAndSwapUint32(&x.v, number(old), number(new))
}

// Value holds a value of one type.
type Value struct {
	v *any
}

func (v *Value) place() *unsafe.Pointer {
	return (*unsafe.Pointer)(unsafe.Pointer(&v.v))
}

func (v *Value) Load() any {
	p := (*any)(LoadPointer(v.place()))
	if p == nil {
		return nil
	}
	return *p
}

func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	p := new(any)
	*p = val
	StorePointer(v.place(), unsafe.Pointer(p))
}
