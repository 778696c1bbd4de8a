"""Whatever outlives its function when a random program runs was flagged when it was checked.

    random_programs.py CLANG PLUGIN FIRST_SEED COUNT FOLDER

Each seed makes one C program of records that point to each other, functions that call each other directly and through pointers,
stores through pointers, copies, blocks, allocated memory and globals. It is written twice from one syntax tree: as plain C, for the checker;
and with every local object in a table, for a run in which, at the end of each block, all that can still be reached (from globals, from
older frames and outer blocks, from the result) is searched for objects of that block.
"""
import os
import random
import re
import subprocess
import sys

PRELUDE = """
typedef struct T T;
struct T { T *a, *b; T *(*f)(T *, T *); T *pair[2]; };
"""

RUN_PRELUDE = """
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
enum { MOST = 200000 };
static struct object { T *at; const char *name; int frame; int mark; int told; } objects[MOST];
static T **roots[MOST]; static int root_frame[MOST];
static int object_count, root_count, frame, fuel = 300, marks;
static T *make(const char *name) {
    if (object_count == MOST) exit(0);
    T *t = calloc(1, sizeof *t);
    objects[object_count++] = (struct object){t, name, frame, 0, 0};
    return t;
}
static void root(T **p) { if (root_count == MOST) exit(0); *p = 0; root_frame[root_count] = frame; roots[root_count++] = p; }
static int find(T *t) {
    for (int i = object_count; i-- > 0;) if ((char *)t >= (char *)objects[i].at && (char *)t < (char *)(objects[i].at + 1)) return i;
    return -1;
}
static void reach(T *t) {
    int stack[4000], n = 0;
    for (int i = t ? find(t) : -1; i >= 0 && objects[i].mark != marks;) {
        objects[i].mark = marks; stack[n++] = i; break;
    }
    while (n > 0) {
        T *o = objects[stack[--n]].at;
        T *next[4] = {o->a, o->b, o->pair[0], o->pair[1]};
        for (int k = 0; k < 4; k++) {
            int i = next[k] ? find(next[k]) : -1;
            if (i >= 0 && objects[i].mark != marks && n < 3999) { objects[i].mark = marks; stack[n++] = i; }
        }
    }
}
/* The innermost block ends; `result` leaves it. */
static void leave(T *result) {
    marks++;
    for (int i = 0; i < root_count; i++) if (root_frame[i] < frame) reach(*roots[i]);
    for (int i = 0; i < object_count; i++) if (objects[i].frame < frame && objects[i].frame >= 0) reach(objects[i].at);
    reach(result);
    for (int i = 0; i < object_count; i++) {
        if (objects[i].frame != frame) continue;
        if (objects[i].mark == marks) {
            if (objects[i].name[0]) printf("%s\\n", objects[i].name);
        }
        objects[i].frame = objects[i].mark == marks ? -1 : -1; /* from now on only what reaches it counts */
    }
    while (root_count > 0 && root_frame[root_count - 1] == frame) root_count--;
    frame--;
}
static T *leave_with(T *result) { leave(result); return result; }
"""


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.functions = self.random.randint(2, 5)
        self.counter = 0
        self.plain, self.run = [], []
        self.line_of = {}

    def both(self, plain, run=None):
        self.plain.append(plain)
        self.run.append(plain if run is None else run)

    def pointer(self, names):
        """An expression of type T *, without effects."""
        r = self.random
        kind = r.randrange(10)
        if kind < 5 or not names["objects"]:
            return r.choice(names["pointers"])
        if kind < 8:
            return "&" + r.choice(names["objects"])
        if kind == 8:
            return "globals[%d]" % r.randrange(2)
        return r.choice(names["objects"]) + "." + r.choice(("a", "b", "pair[1]", "pair[k]"))

    def statement(self, names, depth):
        r = self.random
        p = lambda: self.pointer(names)
        v = r.choice(names["pointers"])
        kind = r.randrange(19)
        if kind < 2:
            self.both(f"{v} = {p()};")
        elif kind == 2:
            self.both(f"if ({v}) {r.choice(names['pointers'])} = {v}->{r.choice(('a', 'b', 'pair[0]', 'pair[k]'))};")
        elif kind == 3:
            self.both(f"if ({v}) {v}->{r.choice(('a', 'b', 'pair[k]'))} = {p()};")
        elif kind == 4:
            w = r.choice(names["pointers"])
            self.both(f"if ({v} && {w}) *{v} = *{w};")
        elif kind == 5 and r.randrange(3) == 0:
            self.both(f"globals[{r.randrange(2)}] = {p()};")
        elif kind in (6, 7):
            self.both(f"{v} = f{r.randrange(self.functions)}({p()}, {p()});")
        elif kind == 8 and names["objects"]:
            self.both(f"{r.choice(names['objects'])}.f = f{r.randrange(self.functions)};")
        elif kind == 9:
            self.both(f"if ({v} && {v}->f) {r.choice(names['pointers'])} = {v}->f({p()}, {p()});")
        elif kind == 10:
            self.both(f"{v} = allocate();", f"{v} = make(\"\");")
        elif kind == 11:
            w = r.choice(names["pointers"])
            self.both(f"pp = {r.choice((f'&{v}', f'{w} ? &{w}->b : &{v}'))};")
        elif kind == 12:
            self.both(r.choice((f"*pp = {p()};", f"{v} = *pp;")))
        elif kind == 13 and names["objects"]:
            self.both(f"{r.choice(names['objects'])}.{r.choice(('a', 'b'))} = {p()};")
        elif kind == 14 and depth < 2:
            self.block(names, depth + 1)
        elif kind >= 15:
            # several steps into what a pointer leads to
            path, guards = v, [v]
            for _ in range(r.randint(1, 3)):
                path += "->" + r.choice(("a", "b", "a", "pair[1]"))
                guards.append(path)
            if kind < 17:
                self.both(f"if ({' && '.join(guards)}) {path}->{r.choice(('a', 'b', 'pair[0]'))} = {p()};")
            elif kind == 17:
                self.both(f"if ({' && '.join(guards[:-1])}) {r.choice(names['pointers'])} = {path};")
            else:
                w = r.choice(names["pointers"])
                self.both(f"if ({w} && {' && '.join(guards)}) {path}->a = {w}->b;")

    def block(self, names, depth):
        """A block of its own, run up to three times."""
        self.both(f"for (int k{depth} = 0; k{depth} < 3; k{depth}++) {{", f"for (int k{depth} = 0; k{depth} < 3; k{depth}++) {{ frame++;")
        self.body(names, depth)
        self.both("}", "leave(0); }")

    def body(self, outer, depth):
        r = self.random
        names = {"objects": list(outer["objects"]), "pointers": list(outer["pointers"])}
        for _ in range(r.randint(1, 3)):
            self.counter += 1
            name = f"x{self.counter}"
            self.both(f"T {name} = {{0}};", f"T *{name}_ = make(\"{name}\");\n#define {name} (*{name}_)")
            self.line_of[name] = len(self.plain)
            names["objects"].append(name)
        for _ in range(r.randint(1, 2)):
            self.counter += 1
            name = f"v{self.counter}"
            self.both(f"T *{name} = 0;", f"T *{name}; root(&{name});")
            names["pointers"].append(name)
        for _ in range(r.randint(4, 11)):
            self.statement(names, depth)

    def make(self):
        r = self.random
        self.both("static T *globals[2];" if r.randrange(2) else "T *globals[2];")
        for i in range(self.functions):
            self.both(f"static T *f{i}(T *p, T *q);")
        self.both("T *allocate(void) __attribute__((malloc));", "")
        for i in range(self.functions):
            self.both(f"static T *f{i}(T *p, T *q) {{ int k = 1; T *spare = 0, **pp = &spare;",
                      f"static T *f{i}(T *p_, T *q_) {{ int k = 1; T *p, *q, *spare, **pp = &spare; if (fuel-- <= 0) return 0; frame++; "
                      "root(&p); root(&q); root(&spare); p = p_; q = q_;")
            names = {"objects": [], "pointers": ["p", "q"]}
            self.body(names, 0)
            result = r.choice(("p", "q", "*pp", "p ? p->a : q", "q ? q->pair[0] : p", "0", "0", "globals[0]"))
            self.both(f"return {result}; }}", f"return leave_with({result}); }}")
        calls = " ".join(f"n[{i % 4}]->f = f{i};" for i in range(self.functions))
        rounds = " ".join(f"f{i}(n[{i % 4}], n[{(i + 2) % 4}]); f{i}(n[3], n[3]);" for i in range(self.functions))
        self.both(f"void start(T *n[4]) {{ {calls} {rounds} }}",
                  "int main(void) { root(&globals[0]); root(&globals[1]); frame++; static T *n[4]; for (int i = 0; i < 4; i++) "
                  "{ root(&n[i]); n[i] = make(\"\"); } for (int i = 0; i < 4; i++) { n[i]->a = n[(i + 1) % 4]; n[i]->b = n[i]; "
                  f"n[i]->pair[1] = n[3 - i]; }} {calls} for (int round = 0; round < 3; round++) {{ fuel = 40; {rounds} }} return 0; }}")
        return PRELUDE + "\n".join(self.plain) + "\n", PRELUDE + RUN_PRELUDE + "\n".join(self.run) + "\n"


def check(clang, plugin, seed, folder):
    plain, run = Program(seed).make()
    paths = [os.path.join(folder, name) for name in ("plain.c", "run.c", "run")]
    for path, text in zip(paths, (plain, run)):
        with open(path, "w") as file:
            file.write(text)
    told = subprocess.run([clang, "-fsyntax-only", "-Wno-everything", f"-fplugin={plugin}", paths[0]], capture_output=True, text=True)
    if told.returncode:
        sys.exit(f"seed {seed}: {told.stderr}")
    flagged = set(re.findall(r"warning: '(\w+)' must be heap-allocated", told.stderr))
    made = subprocess.run([clang, "-w", "-O0", paths[1], "-o", paths[2]], capture_output=True, text=True)
    if made.returncode:
        sys.exit(f"seed {seed}: {made.stderr}")
    ran = subprocess.run([paths[2]], capture_output=True, text=True, timeout=60)
    outlived = set(ran.stdout.split())
    every = set(re.findall(r"\bT (x\d+) = ", plain))
    return outlived - flagged, len(outlived), len(flagged), len(every)


def main():
    clang, plugin, first, count, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
    os.makedirs(folder, exist_ok=True)
    missed, sums = 0, [0, 0, 0]
    for seed in range(first, first + count):
        missing, *numbers = check(clang, plugin, seed, folder)
        sums = [a + b for a, b in zip(sums, numbers)]
        for name in sorted(missing):
            missed += 1
            print(f"seed {seed}: {name} outlived its block and was not flagged")
    print(f"{count} programs: of {sums[2]} objects {sums[0]} outlived their block in a run, {sums[1]} were flagged, {missed} were missed")
    sys.exit(1 if missed or sums[0] == 0 or sums[1] == sums[2] else 0)


if __name__ == "__main__":
    main()
