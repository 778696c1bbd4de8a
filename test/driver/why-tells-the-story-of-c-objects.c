#include <stdlib.h>
struct closure { int (*code)(void *env); void *env; };
void unseen(int *p);
struct list { struct list *next; int *item; };

static int next(void *env) { return ++*(int *)env; }

static int twice(struct closure c) { return c.code(c.env) + c.code(c.env); }

int stays(void) {
    int count = 0;
    return twice((struct closure){next, &count});
}

struct closure leaves(void) {
    int count = 0;
    struct closure c = {next, &count};
    return c;
}

void given(void) {
    int a = 1; unseen(&a);
}

int held(void) {
    int item = 1, plain = 2;
    static int always;
    struct list *l = malloc(sizeof *l);
    l->item = &item;
    int *in_block;
    {
        int inner = 3;
        in_block = &inner;
    }
    return *l->item + plain + always + (in_block != 0);
}

// RUN: %outlive why %s:11 | FileCheck --check-prefix=STAYS %s
// STAYS: :11:9: 'count' stays on the stack because every use ends before the frame of 'stays' does:
// STAYS: :12:12: its address is passed to 'twice' as 'c' here, and kept nowhere
// STAYS: by | &count (address-of), {next, &count} (struct literal element), twice((struct closure){next, &count}) (call parameter)
// STAYS-NEXT: rule: holders-end

// RUN: %outlive why %s:16:count | FileCheck --check-prefix=LEAVES %s
// LEAVES: :16:9: 'count' must be on the heap: it outlives 'leaves'
// LEAVES: :17:20: its address is stored here in 'c'
// LEAVES: :18:5: 'c' is returned here
// LEAVES: rule: returned: a result outlives everything in its function ('count': its address is returned by 'leaves')
// LEAVES: assumed: nothing

// What was assumed is the last line.
// RUN: %outlive why %s:22 | FileCheck --check-prefix=ASSUMED %s
// ASSUMED: :22:9: 'a' must be on the heap: it outlives 'given'
// ASSUMED: :22:16: its address is passed to 'unseen' as 'p' here
// ASSUMED: rule: not-seen: where its address goes cannot be seen, so it is assumed to be kept
// ASSUMED: assumed: it is passed to 'unseen', which is not seen here

// RUN: %outlive why %s:26 | FileCheck --check-prefix=HELD %s
// HELD: :26:9: 'item' stays on the stack because
// HELD: :29:5: its address is stored here in '{{.*}}malloc{{.*}}', which is memory that nothing else leads to
// HELD: :26:19: 'plain' stays on the stack because nobody has its address
// RUN: %outlive why %s:27 | FileCheck --check-prefix=STATIC %s
// STATIC: 'always' is static: it lives as long as the program does, wherever its address goes
// RUN: %outlive why %s:32 | FileCheck --check-prefix=BLOCK %s
// BLOCK: :32:13: 'inner' must be on the heap
// BLOCK: :33:9: its address is stored here in 'in_block'
// BLOCK: rule: outer-block: a variable of an outer block outlives it ('inner': its address is stored in 'in_block', which is declared outside its block)
