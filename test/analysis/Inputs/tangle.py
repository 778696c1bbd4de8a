"""C in which every function calls others of a circle and moves pointers among records of many types: `tangle.py FUNCTIONS TYPES`.

Each function has a local that it keeps and every tenth one a local that it stores in a record of its caller's.
"""
import sys

functions, types = int(sys.argv[1]), int(sys.argv[2])
print("extern int more(void);")
for t in range(types):
    print(f"struct t{t};")
for t in range(types):
    print(f"struct t{t} {{ struct t{(t + 1) % types} *next; struct t{(t * 7 + 3) % types} *other; int *number; void *any; }};")
for f in range(functions):
    print(f"static void f{f}(struct t{f % types} *a, struct t{(f * 3 + 1) % types} *b, int *out);")
for f in range(functions):
    a, b = f % types, (f * 3 + 1) % types
    print(f"static void f{f}(struct t{a} *a, struct t{b} *b, int *out) {{")
    print(f"    int kept{f} = more();")
    print("    a->any = b->next; b->any = a->other; a->next->any = b->other; b->other->any = a->next->next;")
    if f % 10 == 0:
        print(f"    int leaves{f} = 0;")
        print(f"    a->next->number = &leaves{f};")
    print(f"    *out += kept{f};")
    for step in (1, 3, 10):
        g = (f + step) % functions
        c, d = g % types, (g * 3 + 1) % types
        print(f"    if (more()) f{g}((struct t{c} *)a->any, (struct t{d} *)b->any, &kept{f});")
    print("}")
print("void start(struct t0 *a, struct t1 *b) { int n = 0; f0(a, b, &n); }")
