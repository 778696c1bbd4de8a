"""Whatever outlives its block when a random program runs was flagged when it was checked.

    random_programs.py CLANG PLUGIN FIRST_SEED COUNT FOLDER

Each seed makes one C program of records, unions, buffers and arrays that point to each other, functions that call each other directly and
through pointers, closures by hand, copies of all kinds, nested blocks, allocated memory and globals. The same text is checked, and compiled
for a run (-DRUN) that tells which objects can still be reached when their block has ended: random_programs.h, where its types are too.

What a program is made of stands in tables of C, in which `@type` is a place of that type, `$type` a value, `#` an index and `~` begins a name that is
new. What is followed on the way to a place is known to be no null pointer: it is asked first.
"""
import os
import random
import re
import signal
import subprocess
import sys

# (type of the place, the C, where it begins): a place that is part of another one, or behind a pointer.
PARTS = [
    ("num", "{}.n", "node"), ("num", "{}.numbers[#]", "node"), ("num", "{}.n", "pair"), ("num", "(*{})", "$to_num"), ("num", "(*(int *){})", "$any_num"),
    ("to_num", "{}.p", "node"), ("to_num", "{}.ps[#]", "node"), ("to_num", "{}.pairs[#].a", "node"), ("to_num", "{}.a", "pair"), ("to_num", "{}->a", "$to_pair"),
    ("to_num", "((twin *){})->first", "$to_pair"), ("to_num", "(*{})", "$to_to_num"), ("to_num", "{}.p", "mixed"), ("to_num", "{}.two.x", "overlay"),
    ("to_num", "{}.list[#]", "overlay"), ("to_num", "{}.two.y", "overlay"), ("to_num", "{}.deep.in.y", "overlay"), ("to_num", "{}->p", "$to_base"),
    ("to_num", "((derived *){})->extra", "$to_base"), ("to_num", "((int **){})[2]", "$to_base"), ("to_num", "(*(int **){})", "$buffer"),
    ("to_num", "((to_num *){})[zero]", "$buffer"), ("to_num", "(*(int **)(char *)&{})", "to_num"),
    ("to_to_num", "{}.pp", "node"), ("to_to_num", "((int ***){})[2]", "$buffer"),
    ("any_num", "{}.vn", "node"), ("any_num", "{}.v", "mixed"), ("any_num", "{}.deep.vx", "overlay"),
    ("node", "(*{})", "$to_node"), ("node", "(*(node *){})", "$any_node"), ("node", "(**{})", "$to_to_node"),
    ("to_node", "{}.next", "node"), ("to_node", "(*{})", "$to_to_node"), ("to_node", "{}->n", "$to_base"), ("to_node", "(*(node **)({} + 8))", "$buffer"),
    ("any_node", "{}.vnode", "node"), ("any_node", "(*(void **)({} + 24))", "$buffer"),
    ("closure", "{}.f", "node"), ("mixed", "{}.mix", "node"), ("pair", "{}.in", "node"), ("pair", "{}.pairs[#]", "node"), ("pair", "(*{})", "$to_pair"),
    ("derived", "(*(derived *){})", "$to_base"), ("derived", "(*{})", "$to_derived"), ("to_derived", "{}.link", "derived"),
    ("to_derived", "((derived *){})->link", "$to_base"),
]

# (type of the value, the C): how else to come by one.
VALUES = [
    ("to_num", "(&@num)"), ("to_num", "(&@num)"), ("to_num", "(&@num)"), ("to_num", "((int *)$any_num)"), ("to_num", "($to_num + zero)"), ("to_num", "(sink & 1 ? @node : @node).p"),
    ("to_num", "same_to_num($to_num)"), ("to_num", "first_of(2, $to_num, $to_node)"), ("to_num", "__atomic_exchange_n(&@to_num, $to_num, 5)"),
    ("to_num", "({ LOCAL(num, ~x); &~x; })"), ("to_num", "(&LITERAL(~k, int, {1}))"), ("to_num", "({ to_num ~t = $to_num; ~t; })"), ("to_num", "(zero, $to_num)"),
    ("to_num", "found_in($to_num)"), ("to_num", "((to_num)get((void **)&@to_num))"), ("to_num", "((to_num)bsearch(&one, $to_num, 1, 4, is_any))"),
    ("any_num", "((void *)&@num)"), ("any_num", "((void *)$to_num)"), ("any_num", "(sink & 1 ? (void *)$to_num : $any_num)"),
    ("to_to_num", "(&@to_num)"), ("to_to_num", "same_to_to_num($to_to_num)"), ("to_to_num", "(&LITERAL(~k, to_num, {$to_num}))"),
    ("to_to_num", "(@node.ps + zero)"), ("to_to_num", "((int **)&@any_num)"),
    ("to_node", "(&@node)"), ("to_node", "(&@node)"), ("to_node", "(&@node)"), ("to_node", "((node *)$any_node)"), ("to_node", "same_to_node($to_node)"), ("to_node", "second_of(2, $to_num, $to_node)"),
    ("to_node", "(&LITERAL(~k, node, {1, $to_num, $to_node}))"), ("to_node", "(sink & 1 ? $to_node : $to_node)"), ("to_node", "({ LOCAL(node, ~x); &~x; })"),
    ("to_node", "((node *)((char *)&@node.in - offsetof(node, in)))"), ("to_node", "(node *)__sync_val_compare_and_swap(&@to_node, 0, $to_node)"),
    ("to_node", "((to_node)get((void **)&@to_node))"), ("to_to_node", "(&@to_node)"), ("to_to_node", "(&@node.next)"),
    ("any_node", "((void *)&@node)"), ("any_node", "((void *)$to_node)"), ("any_node", "same_any_node($any_node)"),
    ("to_pair", "(&@pair)"), ("to_pair", "(@node.pairs)"), ("buffer", "@bytes"), ("to_derived", "(&@derived)"), ("to_derived", "((derived *)$to_base)"),
    ("to_base", "(&@derived.b)"), ("to_base", "((base *)&@derived)"), ("to_base", "((base *)$to_derived)"),
    ("mixed", "(mixed){.p = $to_num}"), ("mixed", "(mixed){.v = $any_num}"), ("pair", "(pair){$to_num, 1}"), ("node", "(node){1, $to_num, $to_node}"),
    ("node", "(node){.in = {$to_num}, .vnode = $any_node}"), ("derived", "(derived){{$to_num, $to_node}, $to_num}"),
    ("overlay", "(overlay){{$to_num, $to_num}}"), ("overlay", "(overlay){.deep = {$any_num, {$to_num}}}"),
]


# Initialisers, by type; T[2] are arrays.
INITIALISERS = [
    ("node", "{1, $to_num, $to_node}"), ("node", "{.pairs = {[1] = {.a = $to_num}}, .next = $to_node}"), ("node", "{.pairs[1].a = $to_num, .ps = {$to_num, $to_num}}"),
    ("node", "{.in.a = $to_num, 3, .mix.v = $any_num, .vnode = $any_node}"), ("pair", "{$to_num, 2}"), ("derived", "{{$to_num, $to_node}, $to_num}"),
    ("derived", "{$to_num, $to_node, $to_num, $to_derived}"), ("derived", "{.b.n = $to_node}"), ("overlay", "{{$to_num, $to_num}}"),
    ("overlay", "{.list = {[1] = $to_num}}"), ("mixed", "{.v = $any_num}"), ("to_num", "{$to_num}"), ("to_node", "{$to_node}"),
    ("to_num[2]", "{$to_num, $to_num}"), ("to_node[2]", "{[1] = $to_node}"), ("node[2]", "{{1, $to_num}, {2, $to_num, $to_node}}"), ("pair[2]", "{{$to_num, 1}, {$to_num}}"),
    ("node[2]", "{[1].p = $to_num, [0] = {.next = $to_node}}"), ("any_num[2]", "{$any_num}"),
]

STATEMENTS = [
    "@T = $T;", "@T = $T;", "@T = $T;", "@T = $T;", "@to_num = $to_num;", "@to_node = $to_node;", "sink += @num;",
    "put((void **)&@P, (void *)$P);", "@P = (P)get((void **)&@P);", "*(P *)(void *)&@P = $P;", "@P = (P)($P ?: $P);", "__atomic_store_n(&@P, (P)$P, 5);",
    "{ T ~t = @T; @T = @T; @T = ~t; }", "{ to_num volatile ~t = @to_num; @to_num = ~t; }",
    "memcpy(&@T, &@T, sizeof(T));", "memmove(&@T, &@T, sizeof(T));", "{ T ~t; memcpy(&~t, &@T, sizeof ~t); memmove(&@T, &~t, sizeof ~t); }",
    "memcpy(&@node.next, &@node.next, offsetof(node, vn) - offsetof(node, next));", "memmove(&@node.n, &@node.n, sizeof(node));",
    "memmove(&@node.in, &@node.in, sizeof(pair) + sizeof(pair));", "bcopy(&@node.p, &@node.p, 24);", "memmove(&@node.p, &@node.p, 8 + (sink & 8));",
    "memcpy(&@pair.a, &@pair.a, sizeof(pair));", "{ struct { void *x, *y; } ~t; memcpy(&~t, &@node.p, sizeof ~t); memcpy(&@node.p, &~t, sizeof ~t); }",
    "memcpy(@node.ps, @node.ps, sizeof(to_num[2]));", "{ char *~t = mempcpy(&@node.p, &@node.p, 8); memcpy(&@to_num, ~t - 8, 8); }",
    "{ T ~t = @T; for (unsigned ~i = 0; ~i < sizeof ~t; ~i++) ((char *)&@T)[~i] = ((char *)&~t)[~i]; }",
    "{ void *~t = allocate(16); memcpy((char *)~t + 8, &@P, 8); memmove(~t, (char *)~t + 8, 8); memcpy(&@P, ~t, 8); }",
    "@to_node = allocate(sizeof(node));", "@to_to_num = ALLOCATE(sizeof(int *));", "@to_pair = allocate(2 * sizeof(pair));", "@buffer = allocate(32);",
    "@to_node = ALLOCA(~k, node);", "@to_pair = ALLOCA(~k, pair);", "apply(CALLBACK, $to_node, $to_num);", "callbacks[#]($to_node, $to_num);",
    "{ void (*~t)(node *, int *) = sink & 1 ? CALLBACK : CALLBACK; ~t($to_node, $to_num); }", "((void (*)(void *, void *))CALLBACK)((void *)$to_node, (void *)$to_num);",
    "{ int ~i = 0; for (node *~t = $to_node; ~t && ~i < 3; ~t = ~t->next, ~i++) @to_num = ~t->ps[1]; }",
    "{ int ~i = 0; for (node *~t = $to_node; ~t && ~i < 3; ~t = ~t->next, ~i++) ~t->vnode = $any_node; }",
    "{ to_node ~t = $to_node; if (~t) { ~t += zero; @to_num = ~t++->p; } }", "{ to_to_num ~t = $to_to_num; if (~t) *~t++ = $to_num; }",
    "{ many *~t = allocate(sizeof(many) + 2 * sizeof(node *)); ~t->items[1] = $to_node; ~t = REALLOCATE(~t, sizeof(many) + 9 * sizeof(node *)); @to_node = ~t->items[one]; }",
    "{ to_num *~t = ALLOCATE(16); ~t[1] = $to_num; qsort(~t, 2, sizeof *~t, compare); @to_num = *~t; }", "qsort(@node.ps, 2, sizeof(int *), compare);",
    "{ node ~t[2] = {$node, $node}; qsort(~t, 2, sizeof *~t, is_any); @node = ~t[#]; }", "{ typeof(@node) ~t = $node; @node = ~t; }",
    "{ __auto_type ~t = $to_node; @to_node = ~t; }", "{ bits ~t = {3, $to_num, 1}; @to_num = ~t.p; }", "@to_num = _Generic(@node, node: @node.p, default: 0);",
    "{ to_num (*~t)(to_num) = sink & 1 ? same_to_num : found_in; @to_num = ~t($to_num); }",
    "{ struct { node n; struct { node *to; } in[2]; } ~t = {$node, {[1] = {$to_node}}}; @to_node = ~t.in[#].to; @node = ~t.n; }",
    "{ closure ~t = $closure; if (~t.code) @to_num = ~t.code(~t.env, $to_num); }",
]
# About the array A of elements E.
ARRAY_STATEMENTS = [
    "A[#] = $E;", "@E = A[#];", "for (E *~t = A; ~t < A + 2; ) @E = *~t++;", "for (E *~t = A; ~t < A + 2; ) *~t++ = $E;", "{ E (*~t)[2] = &A; (*~t)[#] = $E; @E = (*~t)[#]; }",
    "@E = *(A + (#));", "{ E *~t = &A[#]; *~t = $E; @E = ~t[-zero]; }", "memmove(&A[0], &A[1], sizeof(E));", "memmove(A, &A[#], (one + zero) * sizeof(E));",
]
BLOCKS = [
    ("{", "}"), ("if (sink & 1) {", "}"), ("if (sink & 1) { } else {", "}"), ("for (int ~i = 0; ~i < 2; ~i++) {", "}"), ("{ int ~i = 0; do {", "} while (~i++ < 2); }"),
    ("switch (sink & 1) { case 0: break; default: {", "} }"), ("{ int ~i = 0; ~l: {", "} if (~i++ < 2) goto ~l; }"),
]

RECORDS = ("node", "pair", "derived", "overlay", "mixed", "closure")
POINTERS = ("to_num", "to_to_num", "any_num", "to_node", "to_to_node", "any_node", "to_pair", "buffer", "to_derived", "to_base")
LIKELY = ("to_num", "to_num", "to_node", "to_node", "node", "node", "num")
SLOT = re.compile(r"([@$])(\w+)|(#)|~(\w)")


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines, self.objects, self.names, self.followed, self.declaring = [], [], 0, 0, 0
        self.functions = []   # (name, type of the result, types of the parameters)
        self.closures = []    # (name, [(type, captured by reference)])
        self.callbacks = ["callback1", "callback2"]
        self.globals = []     # (name, type)

    def name(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    def emit(self, line):
        self.lines.append(line)

    def maybe(self, chance):
        return self.random.random() < chance

    def any_type(self):
        return self.random.choice(LIKELY + RECORDS + POINTERS)

    # ---- expressions: their C, and what must not be null ----

    def expand(self, text, depth):
        guards, new = [], {}

        def slot(match):
            kind, type_, index, name = match.groups()
            if index:
                return self.random.choice(("0", "1", "zero", "one", "sink & 1"))
            if name:
                if name not in new:
                    new[name] = self.name(name)
                    if name in "xk":
                        self.objects.append(new[name])
                return new[name]
            part, needs = self.place(type_, depth - 1) if kind == "@" else self.value(type_, depth - 1)
            guards.extend(needs)
            return part

        return SLOT.sub(slot, text), guards

    def known(self, type_):
        known = [name for name, t in self.scope if t == type_]
        if self.maybe(self.loves_globals):
            known += [name for name, t in self.globals if t == type_]
        return known

    def place(self, type_, depth):
        known = self.known(type_) + [f"env->{field}" if by == type_ else f"(*env->{field})" for field, by in self.env if by.lstrip("*") == type_]
        arrays = [name for name, element in self.arrays if element == type_]
        parts = [p for p in PARTS if p[0] == type_] if depth > 0 else []
        if known and (not parts or self.maybe(0.4)):
            name = self.random.choice(known)
            return name, [name[2:-1]] if name.startswith("(*env") else []
        if arrays and self.maybe(0.4):
            return self.expand(self.random.choice(arrays) + "[#]", depth)
        if not parts:
            return self.declare(type_), []
        _, text, whole = self.random.choice(parts)
        self.followed += 1
        begin, guards = self.value(whole[1:], depth - 1) if whole[0] == "$" else self.place(whole, depth - 1)
        self.followed -= 1
        rest, more = self.expand(text.replace("{}", begin), depth)
        if whole[0] == "$":
            guards = guards + [begin] + ([f"*{begin}"] if text.startswith("(**") else [])
        return rest, guards + more

    def value(self, type_, depth):
        if type_ == "num":
            return (str(self.random.randrange(9)), []) if self.maybe(0.4) else self.place("num", depth)
        if type_ == "closure" and depth > 0 and self.maybe(0.6):
            return self.closure()
        made = [text for t, text in VALUES if t == type_]
        if depth > 0 and not self.followed and self.maybe(0.2):   # what is followed is asked first, and another call may give another value
            made = [f"{f}({', '.join('$' + p for p in params)})" for f, result, params in self.functions if result == type_] or made
        if made and depth >= 0 and self.maybe(0.6):
            return self.expand(self.random.choice(made), depth)
        if depth >= 0 or type_ in RECORDS:
            return self.place(type_, depth)
        known = self.known(type_)
        return (self.random.choice(known) if known else f"({type_})0"), []

    def closure(self):
        code, captured = self.random.choice(self.closures)
        env = self.declare(f"struct {code}", empty=True)
        for i, (type_, by_reference) in enumerate(captured):
            text, guards = self.place(type_, 1) if by_reference else self.value(type_, 0)
            self.guarded(f"{env}.x{i} = {'&' if by_reference else ''}{text};", guards)
        return f"(closure){{{code}, &{env}}}", []

    # ---- statements ----

    def guarded(self, text, guards):
        self.emit((f"if ({' && '.join(dict.fromkeys(guards))}) " if guards else "") + text)

    def initialiser(self, type_, depth):
        """In braces, where no pointer has to be followed for it; None: there is none."""
        made = [text for t, text in INITIALISERS if t == type_]
        text, guards = self.expand(self.random.choice(made), depth) if made else (None, [])
        return None if guards else text

    def declare(self, type_, empty=False):
        """A new local variable; in the end one that is wanted for the value of another one is empty."""
        name, empty = self.name("x"), empty or self.declaring > 2
        self.declaring += 1
        if type_ == "bytes":
            self.emit(f"BUFFER({name});")
        else:
            init = self.initialiser(type_, 2) if not empty and self.maybe(0.6) else None
            self.emit(f"LOCAL_OF({type_}, {name}, {init});" if init else f"LOCAL({type_}, {name});")
            if not empty and not init and self.maybe(0.9):
                text, guards = self.value(type_, 2)
                self.guarded(f"{name} = {text};", guards)
        self.declaring -= 1
        self.objects.append(name)
        self.scope.append((name, type_))
        return name

    def declare_array(self):
        name, element = self.name("x"), self.random.choice(("to_num", "to_node", "node", "any_num", "pair", "to_to_num"))
        init = self.initialiser(element + "[2]", 1)
        form = "ARRAY_OF" if init else "MATRIX" if self.maybe(0.2) else "VARIABLE_ARRAY" if element in POINTERS and self.maybe(0.3) else "ARRAY"
        self.emit(f"{form}({element}, {name}{', ' + init if init else ''});")
        self.objects.append(name)
        self.arrays.append((f"{name}[one]" if form == "MATRIX" else name, element))

    def statement(self, depth):
        kind = self.random.randrange(20)
        if kind < 5:
            self.declare(self.any_type())
        elif kind == 5:
            self.declare_array()
        elif kind == 6 and self.maybe(0.3):
            name, type_ = self.name("s"), self.any_type()
            self.emit(f"STATIC({type_}, {name});")
            self.scope.append((name, type_))
        elif kind in (7, 8) and depth > 0:
            names = {}
            begin, end = (re.sub(r"~(\w)", lambda m: names.setdefault(m[1], self.name(m[1])), t) for t in self.random.choice(BLOCKS))
            self.emit(begin)
            self.block(depth - 1, self.random.randint(2, 5))
            self.emit(end)
        elif kind == 9:
            self.call(*self.random.choice(self.functions))
        elif kind == 10 and self.maybe(0.3):
            self.emit("if (sink & 2) {")
            self.block(0, 1, leaves=True)
            self.emit("}")
        elif kind in (11, 12) and self.arrays:
            name, element = self.random.choice(self.arrays)
            text = re.sub(r"\bA\b", name, re.sub(r"\bE\b", element, self.random.choice(ARRAY_STATEMENTS)))
            self.guarded(*self.expand(text, 2))
        else:
            text = self.random.choice(STATEMENTS)
            text = re.sub(r"\bT\b", self.any_type(), re.sub(r"\bP\b", self.random.choice(POINTERS), text))
            self.guarded(*self.expand(text.replace("CALLBACK", self.random.choice(self.callbacks)), 3))

    def call(self, name, result, params):
        call = f"{name}({', '.join('$' + p for p in params)});"
        self.guarded(*self.expand(f"@{result} = {call}" if result != "void" and self.maybe(0.6) else call, 2))

    def block(self, depth, count, leaves=False):
        scope, arrays = list(self.scope), list(self.arrays)
        self.emit("ENTER(0);")
        for _ in range(count):
            self.statement(depth)
        if leaves:
            self.leave()
        self.scope, self.arrays = scope, arrays

    def leave(self):
        if self.result == "void":
            self.emit("return;")
            return
        text, guards = self.value(self.result, 3)
        self.guarded(f"RETURN({self.result}, {text});", guards)
        self.emit(f"return ({self.result}){{0}};")

    # ---- the program ----

    def function(self, name, result, params, env=()):
        self.scope, self.arrays, self.result, self.env = [], [], result, env
        self.loves_globals = self.random.choice((0, 0.2, 0.5, 0.8))
        named = [(self.name("x"), t) for t in params]
        self.objects += [n for n, _ in named]
        heads = (["void *env_"] if env else []) + [f"PARAM({t}, {n})" for n, t in named]
        self.emit(f"{'static ' if self.maybe(0.9) else ''}{result} {name}({', '.join(heads) or 'void'}) {{")
        self.emit("ENTER(1);")
        for n, t in named:
            self.emit(f"PARAM_IS({t}, {n});")
        self.scope = named
        if env:
            self.emit(f"struct {name} *env = env_;")
        self.emit("if (fuel-- <= 0) return" + ("" if result == "void" else f" ({result}){{0}}") + ";")
        for each in self.functions if name == "start" else ():
            self.emit("fuel = 30;")
            self.call(*each)
        for _ in range(self.random.randint(3, 11)):
            self.statement(2)
        self.leave()
        self.emit("}")

    def make(self):
        r = self.random
        self.globals = [(self.name("g"), t) for t in ["to_num", "to_node", "node"] + r.sample(POINTERS + RECORDS, 3)]
        types = LIKELY + POINTERS + RECORDS
        self.functions = [(self.name("f"), r.choice(("void",) + types), [r.choice(types) for _ in range(r.randint(0, 3))]) for _ in range(r.randint(3, 7))]
        self.closures = [(self.name("closure"), [(r.choice(LIKELY + ("closure", "any_num")), self.maybe(0.5)) for _ in range(r.randint(1, 3))]) for _ in range(r.randint(1, 3))]
        todo = [(f, result, params, ()) for f, result, params in self.functions]
        todo += [(c, "to_num", ["to_num"], tuple((f"x{i}", "*" * by + t) for i, (t, by) in enumerate(captured))) for c, captured in self.closures]
        todo += [(c, "void", ["to_node", "to_num"], ()) for c in self.callbacks] + [("start", "void", [], ())]
        r.shuffle(todo)
        for each in todo:
            self.function(*each)
        body, self.lines = self.lines, []
        for name, captured in self.closures:
            self.emit(f"struct {name} {{ {' '.join(f'{t} ' + '*' * by + f'x{i};' for i, (t, by) in enumerate(captured))} }};")
        for name, result, params, env in todo:
            self.emit(f"static {result} {name}({', '.join(['void *'] * bool(env) + params) or 'void'});")
        self.emit(f"static void (*callbacks[2])(node *, int *) = {{{', '.join(self.callbacks)}}};")
        for name, t in self.globals:
            self.emit(f"static {t} {name};")
        heads, self.lines = self.lines, []
        self.emit("int main(void) {")
        for name, _ in self.globals:
            self.emit(f"ROOT({name});")
        self.emit("for (int i = 0; i < 6; i++) { sink += i; fuel = 30; start(); }")
        self.emit("}")
        objects = ["#ifdef RUN"] + [f"#define {o} (*{o}_)" for o in self.objects if o[0] == "x"] + ["#endif"]
        return "\n".join(['#include "random_programs.h"'] + objects + heads + body + self.lines) + "\n"


def run(*command, seconds=60):
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds)


def run_program(executable, seed):
    """Names of objects that outlived their block, and whether the run came to its end: a value that is asked and then followed may be null by then."""
    try:
        ran = run(executable, seconds=20)
    except subprocess.TimeoutExpired as late:
        return set((late.stdout or b"").decode().split()), False
    if ran.returncode not in (0, -signal.SIGSEGV):
        sys.exit(f"seed {seed}: the run ended with {ran.returncode}")
    return set(ran.stdout.split()), ran.returncode == 0


def check(clang, plugin, seed, folder):
    """Names of objects that outlived their block in a run and were not flagged; how many outlived, were flagged, are there; was the run cut short?"""
    program = Program(seed)
    text = program.make()
    source, executable = os.path.join(folder, f"{seed}.c"), os.path.join(folder, "run")
    with open(source, "w") as file:
        file.write(text)
    header = "-I" + os.path.dirname(os.path.abspath(__file__))
    told = run(clang, "-fsyntax-only", "-Wno-everything", "-Wheap-capture", f"-fplugin={plugin}", header, source)
    made = run(clang, "-w", "-O0", "-DRUN", header, source, "-o", executable)
    if told.returncode or made.returncode:
        sys.exit(f"seed {seed}: {told.stderr if told.returncode else made.stderr}")
    flagged = set(re.findall(r"warning: '(x\d+)' must", told.stderr))
    lines = text.split("\n")
    for number in re.findall(r":(\d+):\d+: warning: '(?!x\d)", told.stderr):   # a literal, or alloca: all of the line
        flagged.update(re.findall(r"\bk\d+\b", lines[int(number) - 1]))
    outlived, is_whole = run_program(executable, seed)
    every = set(program.objects)
    missed = (outlived & every) - flagged
    if not missed:
        os.remove(source)
    return missed, len(outlived), len(flagged & every), len(every), not is_whole


def main():
    clang, plugin, first, count, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
    os.makedirs(folder, exist_ok=True)
    missed, sums = 0, [0, 0, 0, 0]
    for seed in range(first, first + count):
        missing, *numbers = check(clang, plugin, seed, folder)
        sums = [a + b for a, b in zip(sums, numbers)]
        for name in sorted(missing):
            missed += 1
            print(f"seed {seed}: {name} outlived its block and was not flagged")
    outlived, flagged, objects, cut_short = sums
    print(f"{count} programs ({cut_short} runs cut short): of {objects} objects {outlived} outlived their block in a run, {flagged} were flagged, {missed} were missed")
    sys.exit(1 if missed or outlived == 0 or flagged == objects or cut_short > count / 4 else 0)


if __name__ == "__main__":
    main()
