// Package sync: goroutines that wait for each other.
package sync

import "sync/atomic"

// wait lets the goroutine sleep while *key is `value`, until it is woken.
//
//go:noescape
func wait(key *uint32, value uint32, why string)

// wake wakes at most n goroutines that wait for key.
//
//go:noescape
func wake(key *uint32, n int)

func fatal(text string)

// Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// Mutex: 0 free, 1 locked, 2 locked and somebody may be waiting.
type Mutex struct {
	state uint32
}

func (m *Mutex) Lock() {
	if !atomic.CompareAndSwapUint32(&m.state, 0, 1) {
		m.lockSlowly()
	}
}

func (m *Mutex) lockSlowly() {
	for atomic.SwapUint32(&m.state, 2) != 0 {
		wait(&m.state, 2, "semacquire")
	}
}

func (m *Mutex) TryLock() bool {
	return atomic.CompareAndSwapUint32(&m.state, 0, 1)
}

func (m *Mutex) Unlock() {
	switch atomic.SwapUint32(&m.state, 0) {
	case 0:
		fatal("sync: unlock of unlocked mutex")
	case 2:
		wake(&m.state, 1)
	}
}

// RWMutex lets many read or one write. A writer that waits keeps new readers out.
type RWMutex struct {
	m       Mutex  // held while a writer is in or waits for readers to leave
	readers int32  // that are in
	left    uint32 // changes whenever the last reader leaves
}

func (rw *RWMutex) RLock() {
	rw.m.Lock()
	atomic.AddInt32(&rw.readers, 1)
	rw.m.Unlock()
}

func (rw *RWMutex) TryRLock() bool {
	if !rw.m.TryLock() {
		return false
	}
	atomic.AddInt32(&rw.readers, 1)
	rw.m.Unlock()
	return true
}

func (rw *RWMutex) RUnlock() {
	n := atomic.AddInt32(&rw.readers, -1)
	if n < 0 {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	if n == 0 {
		atomic.AddUint32(&rw.left, 1)
		wake(&rw.left, 1)
	}
}

func (rw *RWMutex) Lock() {
	rw.m.Lock()
	for {
		seen := atomic.LoadUint32(&rw.left)
		if atomic.LoadInt32(&rw.readers) == 0 {
			return
		}
		wait(&rw.left, seen, "sync.RWMutex.Lock")
	}
}

func (rw *RWMutex) TryLock() bool {
	if !rw.m.TryLock() {
		return false
	}
	if atomic.LoadInt32(&rw.readers) != 0 {
		rw.m.Unlock()
		return false
	}
	return true
}

func (rw *RWMutex) Unlock() {
	if atomic.LoadUint32(&rw.m.state) == 0 {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	rw.m.Unlock()
}

type rlocker struct {
	rw *RWMutex
}

func (r *rlocker) Lock()   { r.rw.RLock() }
func (r *rlocker) Unlock() { r.rw.RUnlock() }

func (rw *RWMutex) RLocker() Locker {
	return &rlocker{rw}
}

// WaitGroup waits until a counter is zero.
type WaitGroup struct {
	n     int64
	round uint32 // changes whenever the counter becomes zero
}

func (wg *WaitGroup) Add(delta int) {
	n := atomic.AddInt64(&wg.n, int64(delta))
	if n < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if n == 0 {
		atomic.AddUint32(&wg.round, 1)
		wake(&wg.round, 1<<30)
	}
}

func (wg *WaitGroup) Done() {
	wg.Add(-1)
}

func (wg *WaitGroup) Wait() {
	for {
		round := atomic.LoadUint32(&wg.round)
		if atomic.LoadInt64(&wg.n) == 0 {
			return
		}
		wait(&wg.round, round, "semacquire")
	}
}

func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

// Once does something once.
type Once struct {
	done uint32
	m    Mutex
}

func (o *Once) Do(f func()) {
	if atomic.LoadUint32(&o.done) == 0 {
		o.do(f)
	}
}

func (o *Once) do(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer atomic.StoreUint32(&o.done, 1)
		f()
	}
}

// Cond is where goroutines wait for something to happen.
type Cond struct {
	L     Locker
	event uint32
}

func NewCond(l Locker) *Cond {
	return &Cond{L: l}
}

func (c *Cond) Wait() {
	event := atomic.LoadUint32(&c.event)
	c.L.Unlock()
	wait(&c.event, event, "sync.Cond.Wait")
	c.L.Lock()
}

func (c *Cond) Signal() {
	atomic.AddUint32(&c.event, 1)
	wake(&c.event, 1)
}

func (c *Cond) Broadcast() {
	atomic.AddUint32(&c.event, 1)
	wake(&c.event, 1<<30)
}

// Pool keeps objects for later use.
type Pool struct {
	New  func() any
	m    Mutex
	free []any
}

func (p *Pool) Get() any {
	p.m.Lock()
	if n := len(p.free); n > 0 {
		x := p.free[n-1]
		p.free[n-1] = nil
		p.free = p.free[:n-1]
		p.m.Unlock()
		return x
	}
	p.m.Unlock()
	if p.New != nil {
		return p.New()
	}
	return nil
}

func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	p.free = append(p.free, x)
	p.m.Unlock()
}

// Map is a map that goroutines may share.
type Map struct {
	m       Mutex
	entries map[any]any
}

func (m *Map) Load(key any) (value any, ok bool) {
	m.m.Lock()
	value, ok = m.entries[key]
	m.m.Unlock()
	return value, ok
}

func (m *Map) Store(key, value any) {
	m.m.Lock()
	if m.entries == nil {
		m.entries = map[any]any{}
	}
	m.entries[key] = value
	m.m.Unlock()
}

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if actual, loaded = m.entries[key]; loaded {
		return actual, true
	}
	if m.entries == nil {
		m.entries = map[any]any{}
	}
	m.entries[key] = value
	return value, false
}

func (m *Map) Delete(key any) {
	m.m.Lock()
	delete(m.entries, key)
	m.m.Unlock()
}

func (m *Map) Range(f func(key, value any) bool) {
	m.m.Lock()
	var keys []any
	for k := range m.entries {
		keys = append(keys, k)
	}
	m.m.Unlock()
	for _, k := range keys {
		if v, ok := m.Load(k); ok && !f(k, v) {
			return
		}
	}
}
