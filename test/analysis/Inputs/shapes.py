"""C of a shape that a checker may find hard, as large as asked for: `shapes.py SHAPE SIZE`.

Each has one local named `leaves`, which outlives its frame by a road as long as the shape, and others that keep to theirs by a road
just as long.
"""
import sys

HEAD = "int *global;\ntypedef struct { int (*code)(void *env); void *env; } func;\n"


def one_long_function(n):
    """n statements that pass pointers, fill environments and call closures; `leaves` goes all the way down."""
    yield "struct env { int *p, *q; };\nstatic int body(void *v) { struct env *e = v; return *e->p + *e->q; }\n"
    yield "int start(int more) {\n    int kept = 0, leaves = 0, *p0 = &kept, *q0 = &leaves;\n"
    for i in range(1, n // 5):
        before = f"p{i - 1}" if i % 20 else "&kept"
        yield f"    int x{i} = more;\n    int *p{i} = more ? {before} : &x{i}, *q{i} = q{i - 1};\n"
        yield f"    struct env e{i} = {{p{i}, &x{i}}};\n    func f{i} = {{body, &e{i}}};\n    more += f{i}.code(f{i}.env);\n"
    yield f"    global = q{n // 5 - 1};\n    return *p{n // 5 - 1};\n}}\n"


def chain_of_calls(n):
    """n functions, each of which calls the next twice."""
    yield f"static void f{n}(int *p, int *q) {{ global = q; *p = *q; }}\n"
    for i in reversed(range(n)):
        yield f"static void f{i}(int *p, int *q) {{ f{i + 1}(p, q); f{i + 1}(p, q); }}\n"
    yield "void start(void) { int kept = 0, leaves = 0; f0(&kept, &leaves); }\n"


def cycle_of_functions(n):
    """n functions that call each other in a circle, each with an object of its own as well."""
    for i in range(n):
        yield f"static int f{i}(int *p, int *q, int n);\n"
    for i in range(n):
        store = "global = q; " if i == n - 1 else ""
        yield f"static int f{i}(int *p, int *q, int n) {{ int own = *p; {store}return n ? f{(i + 1) % n}(&own, q, n - 1) : own; }}\n"
    yield "int start(void) { int kept = 0, leaves = 0; return f0(&kept, &leaves, 100); }\n"


def wide_environment(n):
    """An environment with n captures, all used by its function; another is returned by it and kept in a global."""
    yield "struct env {\n" + "".join(f"    int *x{i};\n" for i in range(n)) + "    int *leaves;\n};\n"
    yield "static int *body(struct env *e) {\n" + "".join(f"    ++*e->x{i};\n" for i in range(n)) + "    return e->leaves;\n}\n"
    yield "void start(void) {\n    int leaves = 0;\n" + "".join(f"    int x{i} = {i};\n" for i in range(n))
    yield "    struct env e;\n" + "".join(f"    e.x{i} = &x{i};\n" for i in range(n)) + "    e.leaves = &leaves;\n    global = body(&e);\n}\n"


def table_of_functions(n):
    """A constant table of n functions, called through by index."""
    for i in range(n):
        yield f"static void f{i}(int *p, int **out) {{ {'*out = p;' if i == n - 1 else '++*p;'} }}\n"
    yield "static void (*const table[])(int *, int **) = {" + ", ".join(f"f{i}" for i in range(n)) + "};\n"
    yield "void start(int i) {\n    int leaves = 0, kept = 0, *out = 0, *in = 0;\n    table[i](&leaves, &out);\n    global = out;\n"
    yield "    table[i](&kept, &in);\n}\n"


sys.stdout.write(HEAD)
for text in globals()[sys.argv[1]](int(sys.argv[2])):
    sys.stdout.write(text)
