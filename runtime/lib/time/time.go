// Package time: durations, the clock, sleeping, timers.
package time

// Duration is a span of time in nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1000 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1000000 }

func (d Duration) Seconds() float64 {
	return float64(d/Second) + float64(d%Second)/1e9
}

func (d Duration) Minutes() float64 {
	return float64(d/Minute) + float64(d%Minute)/(60*1e9)
}

func (d Duration) Hours() float64 {
	return float64(d/Hour) + float64(d%Hour)/(60*60*1e9)
}

func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == -1<<63:
		return 1<<63 - 1
	}
	return -d
}

func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		if -r < m+r {
			return d - r
		}
		return d - r - m
	}
	if r < m-r {
		return d - r
	}
	return d - r + m
}

func digits(n uint64) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + string(rune('0'+n%10))
}

// decimals writes n / 10^places without zeros at the end.
func decimals(n uint64, places int) string {
	text := ""
	for i := 0; i < places; i++ {
		if d := n % 10; d != 0 || text != "" {
			text = string(rune('0'+d)) + text
		}
		n /= 10
	}
	if text != "" {
		text = "." + text
	}
	return digits(n) + text
}

// String is like 72h3m0.5s; spans below a second have a smaller unit.
func (d Duration) String() string {
	if d == 0 {
		return "0s"
	}
	u := uint64(d)
	sign := ""
	if d < 0 {
		u = -u
		sign = "-"
	}
	switch {
	case u < uint64(Microsecond):
		return sign + digits(u) + "ns"
	case u < uint64(Millisecond):
		return sign + decimals(u, 3) + "µs"
	case u < uint64(Second):
		return sign + decimals(u, 6) + "ms"
	}
	minute := uint64(Minute)
	text := decimals(u%minute, 9) + "s"
	u /= minute
	if u > 0 {
		text = digits(u%60) + "m" + text
		u /= 60
		if u > 0 {
			text = digits(u) + "h" + text
		}
	}
	return sign + text
}

func sleep(ns int64)
func monotonic() int64
func wall() (seconds int64, ns int64)

func Sleep(d Duration) {
	if d > 0 {
		sleep(int64(d))
	}
}

type Month int

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"}

func (m Month) String() string {
	if m < 1 || m > 12 {
		return "%!Month(" + digits(uint64(m)) + ")"
	}
	return monthNames[m-1]
}

// Time is a moment, in UTC. mono is the reading of a clock that is never set, 0 where there is none.
type Time struct {
	seconds int64 // since 1970
	ns      int64
	mono    int64
}

func Now() Time {
	s, ns := wall()
	return Time{s, ns, monotonic()}
}

func Unix(sec int64, nsec int64) Time {
	sec += nsec / 1e9
	nsec %= 1e9
	if nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Time{sec, nsec, 0}
}

func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		return Duration(t.mono - u.mono)
	}
	return Duration((t.seconds-u.seconds)*1e9 + t.ns - u.ns)
}

func Since(t Time) Duration {
	return Now().Sub(t)
}

func Until(t Time) Duration {
	return t.Sub(Now())
}

func (t Time) Add(d Duration) Time {
	later := Unix(t.seconds, t.ns+int64(d))
	if t.mono != 0 {
		later.mono = t.mono + int64(d)
	}
	return later
}

func (t Time) After(u Time) bool  { return t.Sub(u) > 0 }
func (t Time) Before(u Time) bool { return t.Sub(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.seconds == u.seconds && t.ns == u.ns }
func (t Time) IsZero() bool       { return t.seconds == 0 && t.ns == 0 && t.mono == 0 }
func (t Time) Unix() int64        { return t.seconds }
func (t Time) UnixMilli() int64   { return t.seconds*1e3 + t.ns/1e6 }
func (t Time) UnixMicro() int64   { return t.seconds*1e6 + t.ns/1e3 }
func (t Time) UnixNano() int64    { return t.seconds*1e9 + t.ns }
func (t Time) Nanosecond() int    { return int(t.ns) }
func (t Time) UTC() Time          { return t }

// Date is the day in the Gregorian calendar (by counting 400-year cycles from 1 March of year 0).
func (t Time) Date() (year int, month Month, day int) {
	days := t.seconds / 86400
	if t.seconds%86400 < 0 {
		days--
	}
	days += 719468
	cycle := days / 146097
	if days < 0 {
		cycle = (days - 146096) / 146097
	}
	inCycle := days - cycle*146097
	yearInCycle := (inCycle - inCycle/1460 + inCycle/36524 - inCycle/146096) / 365
	dayOfYear := inCycle - (365*yearInCycle + yearInCycle/4 - yearInCycle/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*m+2)/5 + 1)
	year = int(yearInCycle + cycle*400)
	if m < 10 {
		return year, Month(m + 3), day
	}
	return year + 1, Month(m - 9), day
}

func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

func (t Time) Clock() (hour, min, sec int) {
	s := t.seconds % 86400
	if s < 0 {
		s += 86400
	}
	return int(s / 3600), int(s / 60 % 60), int(s % 60)
}
