// RUN: %outlive lower -storage=stack %s | FileCheck --check-prefixes=BOTH,STACK %s
// RUN: %outlive lower %s | FileCheck --check-prefixes=BOTH,DECIDED %s
package main

// BOTH: func literal; captures count by reference */
// BOTH-NEXT: struct counter_func1 {
// BOTH-NEXT:     go_int *count;
// BOTH-NEXT: };
// BOTH: static go_int counter_func1(void *env_) {
// BOTH-NEXT:     struct counter_func1 *env = env_;
// BOTH-EMPTY:
// BOTH-NEXT:     ++*env->count;
// BOTH-NEXT:     return *env->count;
// BOTH-NEXT: }
// BOTH: func counter() func() int */
// BOTH-NEXT: static func_int counter(void) {
// STACK-NEXT:     go_int count SITE("[[#@LINE+7]]:2:count") = 0;
// STACK-NEXT:     struct counter_func1 env1 SITE("[[#@LINE+7]]:9:func literal");
// STACK-NEXT:     env1.count = &count;
// STACK-NEXT:     return (func_int){counter_func1, &env1};
// DECIDED-NEXT:   go_int *count = NEW_NOSCAN(go_int);
// DECIDED-NEXT:   struct counter_func1 *env1 = NEW(struct counter_func1);
func counter() func() int {
	count := 0
	return func() int {
		count++
		return count
	}
}

// DECIDED-NEXT:   env1->count = count;
// DECIDED-NEXT:   return (func_int){counter_func1, env1};
// BOTH-NEXT: }

func main() {
	c := counter()
	println(c())
}
