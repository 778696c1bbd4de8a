// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

#define MEMORY "m"
#define FROM_MACRO(x) __asm__ volatile("" : : MEMORY(x) : "memory")
#define MADE_OF(letter, x) __asm__("" : : "r" #letter(x))
struct t { int n, more[4]; } __attribute__((aligned(16)));
typedef int four __attribute__((vector_size(16)));

int constraints(int x, int *p, struct t *t, four v) {
    // CHECK: function constraints
    register int kept asm("eax") = 1;
    asm("" : "=m"(x), "=&r"(kept) : "m"(*p), "0"(x), [named] "i"(5)); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: address 'int *' [[#@LINE-1]]:19
    // CHECK-NEXT: var x 'int'
    // CHECK-NEXT: {{^ +}}var kept
    // CHECK-NEXT: address 'int *'
    // CHECK-NEXT: deref 'int'
    // CHECK-NEXT: var p
    // CHECK-NEXT: {{^ +}}var x
    // CHECK-NEXT: {{^ +}}const 5
    asm("" : "+m"(t->more[1]), [named] "=r"(x) : "g"(t->n), "rm"(x + 1), "rm"(t), "[named]"(t->n)); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: address 'int *'
    // CHECK-NEXT: index 'int'
    // CHECK: {{^   +}}var x
    // CHECK-NEXT: address 'int *'
    // CHECK-NEXT: member n
    // CHECK-NEXT: deref
    // CHECK-NEXT: var t
    // CHECK-NEXT: binary +
    // CHECK-NEXT: var x
    // CHECK-NEXT: const 1
    // CHECK-NEXT: address 'struct t **'
    // CHECK-NEXT: var t
    // CHECK-NEXT: {{^ +}}member n
    asm("asm (\"\" : \"m\"(x)" : : "r"(({ int y; asm("" : "=m"(y) : : "cc"); y; })), "p"(p), "o"(*t)); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: stmt-expr
    // CHECK: asm [[#@LINE-2]]
    // CHECK-NEXT: address 'int *'
    // CHECK-NEXT: var y
    // CHECK: {{^   +}}var p
    // CHECK-NEXT: address 'struct t *'
    // CHECK-NEXT: deref
    // CHECK-NEXT: var t
    FROM_MACRO(x); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: address
    MADE_OF(m, x); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: address
    MADE_OF(n, x); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: var x
    asm("" : : "V"((struct t){1}), "X"(v), "Yi"(v), "r#m"(x)); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: address 'struct t *'
    // CHECK-NEXT: compound-literal
    // CHECK: address '__attribute__
    // CHECK-NEXT: var v
    // CHECK-NEXT: {{^ +}}var v
    // CHECK-NEXT: {{^ +}}var x
    asm("" : : "r,m"(x), "r,i"(2)); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: address 'int *'
    asm goto("" : : "m"(p) : "memory" : out); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: address 'int **'
    // CHECK-NEXT: var p
    asm volatile("nop"); // CHECK: asm [[#@LINE]]:5
out: // CHECK-NEXT: label out
    return x;
}
