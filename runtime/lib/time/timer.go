package time

import "sync"

// Timer sends the time on C once, or calls a function, unless it is stopped before.
type Timer struct {
	C     <-chan Time
	state *pending
}

// pending is what the goroutine that waits and the timer share.
type pending struct {
	m       sync.Mutex
	stopped bool
	fired   bool
}

func start(d Duration, p *pending, f func()) {
	go func() {
		Sleep(d)
		p.m.Lock()
		fires := !p.stopped
		p.fired = fires
		p.m.Unlock()
		if fires {
			f()
		}
	}()
}

func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{c, new(pending)}
	start(d, t.state, func() { c <- Now() })
	return t
}

// AfterFunc calls f in a goroutine of its own.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{nil, new(pending)}
	start(d, t.state, f)
	return t
}

// Stop tells whether it came before the timer fired.
func (t *Timer) Stop() bool {
	p := t.state
	p.m.Lock()
	defer p.m.Unlock()
	active := !p.stopped && !p.fired
	p.stopped = true
	return active
}

func After(d Duration) <-chan Time {
	return NewTimer(d).C
}

// Ticker sends the time again and again.
type Ticker struct {
	C     <-chan Time
	state *pending
}

func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{c, new(pending)}
	p := t.state
	go func() {
		for {
			Sleep(d)
			p.m.Lock()
			stopped := p.stopped
			p.m.Unlock()
			if stopped {
				return
			}
			select {
			case c <- Now():
			default:
			}
		}
	}()
	return t
}

func (t *Ticker) Stop() {
	t.state.m.Lock()
	t.state.stopped = true
	t.state.m.Unlock()
}

func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
