// RUN: env COLUMNS=80 %outlive map %s | FileCheck --match-full-lines --strict-whitespace --check-prefix=UTF8 %s
// RUN: env COLUMNS=80 LC_ALL=C %outlive map %s | FileCheck --match-full-lines --strict-whitespace --check-prefix=ASCII %s
package main

var total = 40

func counter() func() int {
	count := 0
	return func() int {
		count++
		total++
		return count
	}
}

func main() {
	next := counter()
	println("now", next(), total)
}


//       UTF8:┌─ Code ────────────────────────────────────────────── lowest addresses ───────┐
//  UTF8-NEXT:│ counter               func() func() int  line 7                              │
//  UTF8-NEXT:│   counter.func1       func() int         line 9  captures 8 B                │
//  UTF8-NEXT:│ main                  func()             line 16                             │
//  UTF8-NEXT:├─ Data ───────────────────────────────────────────────────────────────────────┤
//  UTF8-NEXT:│ total                 int                   8 B  line 5                      │
//  UTF8-NEXT:│ "now"                 constant              3 B                              │
//  UTF8-NEXT:├─ Stack ────────────────────────────────────── one frame for each call ───────┤
//  UTF8-NEXT:│ counter                                    16 B                              │
//  UTF8-NEXT:│   count                                     8 B  → heap ────────────────┐    │
//  UTF8-NEXT:│   environment of counter.func1              8 B  → heap ────────────────┼─┐  │
//  UTF8-NEXT:│ counter.func1                               8 B                         │ │  │
//  UTF8-NEXT:│   temporaries                               8 B                         │ │  │
//  UTF8-NEXT:│ main                                       24 B                         │ │  │
//  UTF8-NEXT:│   next                func() int           16 B                         │ │  │
//  UTF8-NEXT:│   temporaries                               8 B                         │ │  │
//  UTF8-NEXT:├─ Heap ──────────────────────────────────────────────────────────────────┼─┼──┤
//  UTF8-NEXT:│ count                 int                   8 B  line 8 ◀───────────────┤ │  │
//  UTF8-NEXT:│   the func literal holds its address, and is on the heap itself         │ │  │
//  UTF8-NEXT:│   pointed at by environment of counter.func1                            │ │  │
//  UTF8-NEXT:│ environment of counter.func1                8 B  line 9 ◀───────────────┼─┘  │
//  UTF8-NEXT:│   its address is returned by 'counter'                                  │    │
//  UTF8-NEXT:│   +0  count           *int                  8 B  address of count ──────┘    │
//  UTF8-NEXT:│ highest addresses                                                            │
//  UTF8-NEXT:└──────────────────────────────────────────────────────────────────────────────┘

//      ASCII:+- Code ---------------------------------------------- lowest addresses -------+
// ASCII-NEXT:| counter               func() func() int  line 7                              |
// ASCII-NEXT:|   counter.func1       func() int         line 9  captures 8 B                |
// ASCII-NEXT:| main                  func()             line 16                             |
// ASCII-NEXT:+- Data -----------------------------------------------------------------------+
// ASCII-NEXT:| total                 int                   8 B  line 5                      |
// ASCII-NEXT:| "now"                 constant              3 B                              |
// ASCII-NEXT:+- Stack -------------------------------------- one frame for each call -------+
// ASCII-NEXT:| counter                                    16 B                              |
// ASCII-NEXT:|   count                                     8 B  -> heap ---------------+    |
// ASCII-NEXT:|   environment of counter.func1              8 B  -> heap ---------------+-+  |
// ASCII-NEXT:| counter.func1                               8 B                         | |  |
// ASCII-NEXT:|   temporaries                               8 B                         | |  |
// ASCII-NEXT:| main                                       24 B                         | |  |
// ASCII-NEXT:|   next                func() int           16 B                         | |  |
// ASCII-NEXT:|   temporaries                               8 B                         | |  |
// ASCII-NEXT:+- Heap ------------------------------------------------------------------+-+--+
// ASCII-NEXT:| count                 int                   8 B  line 8 <---------------+ |  |
// ASCII-NEXT:|   the func literal holds its address, and is on the heap itself         | |  |
// ASCII-NEXT:|   pointed at by environment of counter.func1                            | |  |
// ASCII-NEXT:| environment of counter.func1                8 B  line 9 <---------------+-+  |
// ASCII-NEXT:|   its address is returned by 'counter'                                  |    |
// ASCII-NEXT:|   +0  count           *int                  8 B  address of count ------+    |
// ASCII-NEXT:| highest addresses                                                            |
// ASCII-NEXT:+------------------------------------------------------------------------------+
