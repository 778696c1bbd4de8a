// The Go compiler evaluates f() of f()() first, into a variable that is outside of all loops to it: what that leads to outlives
// the iteration (cmd/compile/internal/typecheck: RewriteNonNameCall). The default model knows better.
//
// RUN: %outlive check -m -lang=go1.19 -model=gc %s 2>&1 | FileCheck --implicit-check-not=moved --implicit-check-not="literal escapes" %s
// RUN: %outlive check -m -lang=go1.19 %s 2>&1 | FileCheck --check-prefix=PRECISE --implicit-check-not=moved --implicit-check-not="literal escapes" %s
// RUN: %outlive check -m=2 -lang=go1.19 -model=gc %s 2>&1 | FileCheck --check-prefix=WHY %s
// RUN: %outlive lower %s | FileCheck --check-prefix=C --implicit-check-not=OUTERMOST %s
// RUN: %outlive run %s 2>&1 | FileCheck --check-prefix=PRINTS %s
package main

type T struct{ n int }

type reader interface{ read() int }

func (t *T) read() int             { return t.n }
func (t *T) self() *T              { return t }
func same(f func() int) func() int { return f }
func as(r reader) reader           { return r }
func at() int                      { return 1 }

func loops(list []*T, m map[int]*T, ch chan *T) int {
	sum := 0
	var outside [2]T
	for i := 0; i < 3; i++ {
		called := i                                           // CHECK: :[[#@LINE]]:3: moved to heap: called
		sum += same(func() int { called++; return called })() // CHECK: :[[#@LINE]]:15: func literal escapes to heap
		chained := T{i}                                       // CHECK: :[[#@LINE]]:3: moved to heap: chained
		// WHY: chained escapes to heap:
		// WHY-NEXT: flow: receiver1 = &chained
		sum += chained.self().read()
		boxed := T{i} // CHECK: :[[#@LINE]]:3: moved to heap: boxed
		sum += as(&boxed).read()
		array := [2]T{{i}, {i}} // CHECK: :[[#@LINE]]:3: moved to heap: array
		sum += array[at()].read()

		// Nothing is evaluated first here, or it leads to what is held outside anyway.
		direct := T{i}
		sum += direct.read() + (&direct).read()
		sum += func() int { return direct.n }()
		sum += outside[at()].read() + list[len(list)-1].read() + m[at()].read() + (<-ch).read()
		argument := T{i}
		sum += (*T).read(argument.self())
	}
	once := T{1}
	sum += once.self().read()
	again := 0
loop: // a loop, too
	jumped := T{again} // CHECK: :[[#@LINE]]:2: moved to heap: jumped
	sum += jumped.self().read()
	if again++; again < 2 {
		goto loop
	}
	// In a literal the temporary is the literal's.
	outer := T{1}
	func() {
		for i := 0; i < 2; i++ {
			inner := T{1} // CHECK: :[[#@LINE]]:4: moved to heap: inner
			sum += inner.self().read() + outer.self().read()
		}
	}()
	return sum
}

// PRECISE: &T{{[{]}}...} escapes to heap
func main() {
	ch := make(chan *T, 3)
	for i := 0; i < 3; i++ {
		ch <- &T{i}
	}
	println(loops([]*T{{1}}, map[int]*T{1: {2}}, ch))
}

// PRINTS: 45

// C: static void loops_func3(
// C: T *receiver1 OUTERMOST = T_self(&inner);
// C-NEXT: {{.*}}T_read(receiver1)
// C: T *receiver2 OUTERMOST = T_self(env->outer);
// C: static go_int loops(
// C: func_int callee1 OUTERMOST = same(
// C: T *receiver1 OUTERMOST = T_self(&chained);
// C: reader callee2 OUTERMOST = as((reader){{.*}}&boxed
// C: T *receiver2 OUTERMOST = &array.at[
// C: T_read(map_int_ptr_T_get(
// C: T_read(chan_ptr_T_receive(
// C: T_read(T_self(&once));
// C: T *receiver3 OUTERMOST = T_self(&jumped);
