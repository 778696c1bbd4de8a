"""Random Go programs about captures: seeded, well-typed, terminating, and printing what they compute.

    generate.py [-lang go1.N] SEED...        prints one file with the programs of these seeds

Invariants, by which every program is valid and says the same wherever its objects live:

- Nothing is nil when it is used: variables, fields and elements get a value with their declaration, slices are never empty, maps have the
  key 0, and no key is ever deleted.
- Every run ends: ranges are over few things; whoever may be called by itself, and every loop whose counter can be changed, takes from a tank
  (`tick`) and panics when it is empty, which the section that runs recovers from.
- The Go spec leaves open in which order variables and calls of one expression are evaluated. So a statement makes at most one call of
  what has effects, and the operands beside it are evaluated before; its result goes into a new variable.
- Goroutines run one at a time: whoever starts one waits for it.
"""
import argparse
import collections
import random
import re

from go_types import (ANY, ARRAY_LENGTH, GETTER, INT, STRING, Array, Chan, Func, Iface, Map, Ptr, Slice, Struct, func, go,
                      random_func, random_type, signature)

MOST_NESTING = 3     # of func literals
MOST_BLOCKS = 3      # of blocks in a function
STATEMENTS = 34      # of a program, about
FUEL = 250           # calls and rounds of a section
GO_COMPILER = 19     # the language version of the Go compiler that the programs are compared with


class Var:
    """A variable; Go wants it `used` somewhere: of a parameter that is always so."""

    def __init__(self, name, type_, used=False, is_global=False, assignable=True):
        self.name, self.type, self.used, self.is_global, self.assignable = name, type_, used, is_global, assignable


# A place that an expression without calls stands for: its text, its type, the variable it is reached from.
Path = collections.namedtuple("Path", "text type variable addressable assignable", defaults=(True, True))


class Scope:
    """A block: its variables, and the function it is in."""

    def __init__(self, outer, function):
        self.outer, self.function = outer, function
        self.variables, self.own = list(outer.variables) if outer else [], {}
        self.blocks = outer.blocks + 1 if outer and outer.function is function else 0
        self.loop = outer.loop if outer and outer.function is function else None   # what break and continue leave
        self.in_loop = outer.in_loop if outer and outer.function is function else False

    def declare(self, var):
        self.variables = [v for v in self.variables if v.name != var.name] + [var]
        self.own[var.name] = var
        return var


class Function:
    """A declared function or a literal."""

    def __init__(self, outer, type_, result_names=()):
        self.type, self.result_names = type_, result_names
        self.nesting = outer.nesting + 1 if outer else 0
        self.calls = False     # something that may come back to it
        self.variadic = None   # the name of its variadic parameter, and the type of an element
        self.in_goroutine = outer.in_goroutine if outer else False


def indented(lines):
    return ["\t" + line if line else line for text in lines for line in text.split("\n")]


class Program:
    """One program: declarations whose names begin with `prefix`, and an entry PREFIXmain().

    Where the Go compiler's -m will be compared line by line (`as_go`), the program does without what -model=gc is known to see in another
    way (docs/fuzz.md): function values in interfaces, literals in interfaces over several lines, stores to the variables of a range, numbers that a range
    takes from a slice (captured, they are a leak of the slice's content to the Go compiler), slices as operands of calls that are deferred in loops (literals among them
    are made when the call is, by the Go compiler), package variables that hold method tables (which make functions one batch that the Go compiler takes apart)."""

    def __init__(self, seed, prefix, as_go=False):
        self.r = random.Random(seed)
        self.prefix = prefix
        self.as_go = as_go
        self.counter, self.printed, self.labels = 0, 0, 0
        self.budget = STATEMENTS
        self.through_fmt = self.r.randrange(5) == 0
        self.structs = [prefix + "A", prefix + "B"][:self.r.choice((1, 2, 2))]
        self.interface = prefix + "Getter"
        self.fields, self.methods, self.functions = {}, [], []
        self.globals = Scope(None, None)

    # ---- names ----

    def fresh(self, scope, letter):
        """A new name, or now and then one from outside of this block, which it hides."""
        if self.r.randrange(8) == 0:
            hidden = [v.name for v in scope.variables if v.name not in scope.own and not v.is_global]
            if hidden:
                return self.r.choice(hidden)
        self.counter += 1
        return f"{letter}{self.counter}"

    def type(self, depth=0):
        return random_type(self.r, self.structs, self.interface, depth)

    # ---- paths: places that are reached from variables ----

    def steps(self, path):
        """What can be reached from a place in one step."""
        text, t = path.text, path.type
        if isinstance(t, Ptr):
            if isinstance(t.to, Struct):
                for name, ft in self.fields[t.to.name]:
                    yield Path(f"{text}.{name}", ft, path.variable)
            inner = f"(*{text})" if isinstance(t.to, (Array, Slice, Map, Func)) else f"*{text}"
            yield Path(inner, t.to, path.variable)
        elif isinstance(t, Struct):
            for name, ft in self.fields[t.name]:
                yield Path(f"{text}.{name}", ft, path.variable, path.addressable, path.addressable)
        elif isinstance(t, Slice):
            yield Path(f"{text}[0]", t.of, path.variable)
        elif isinstance(t, Array):
            yield Path(f"{text}[{self.r.randrange(ARRAY_LENGTH)}]", t.of, path.variable, path.addressable, path.addressable)
        elif isinstance(t, Map):
            yield Path(f"{text}[0]", t.of, path.variable, False)

    def paths(self, scope):
        """All places up to two steps from a visible variable."""
        level = [Path(v.name, v.type, v, v.assignable, v.assignable) for v in scope.variables]
        found = list(level)
        for _ in range(2):
            level = [step for path in level if not path.text.startswith("*") for step in self.steps(path)]
            found += level
        return found

    def pick(self, scope, wanted):
        """A random place that is `wanted`; None where there is none. Those of this program's globals are taken less often."""
        fitting = [p for p in self.paths(scope) if wanted(p)]
        near = [p for p in fitting if not p.variable.is_global]
        if near and self.r.randrange(4):
            return self.r.choice(near)
        return self.r.choice(fitting) if fitting else None

    def pick_of(self, scope, t):
        """A place of type t."""
        return self.pick(scope, lambda p: p.type == t)

    def pick_addressable(self, scope, t):
        return self.pick(scope, lambda p: p.addressable and p.type == t)

    def pick_receiver(self, scope, of, by_pointer):
        """Something whose methods are those of struct type `of`."""
        return self.pick(scope, lambda p: p.type == Ptr(of) or p.type == of and (p.addressable or not by_pointer))

    # ---- values: expressions without calls ----

    def trivial(self, t):
        """A value that needs nothing around it."""
        if t == INT:
            return str(self.r.randint(1, 99))
        if t == STRING:
            return f'"{self.r.choice(("one", "two", "three"))}"'
        if t == ANY:
            return self.trivial(INT)
        if isinstance(t, Ptr):
            if isinstance(t.to, Struct):
                return "&" + self.struct_literal(t.to, self.trivial)
            if t.to in (INT, STRING):
                return f"new({go(t.to)})"
            if isinstance(t.to, (Array, Slice, Map)):
                return "&" + self.trivial(t.to)
            return f"func() {go(t)} {{ var x {go(t.to)} = {self.trivial(t.to)}; return &x }}()"
        if isinstance(t, Slice):
            return f"{go(t)}{{{self.trivial(t.of)}}}"
        if isinstance(t, Array):
            return f"{go(t)}{{{', '.join(self.trivial(t.of) for _ in range(ARRAY_LENGTH))}}}"
        if isinstance(t, Map):
            return f"{go(t)}{{0: {self.trivial(t.of)}}}"
        if isinstance(t, Chan):
            return f"make({go(t)}, 4)"
        if isinstance(t, Struct):
            return self.struct_literal(t, self.trivial)
        if isinstance(t, Iface):
            return self.trivial(Ptr(Struct(self.structs[0])))
        names = [f"_{i}" for i in range(len(t.params))]
        body = "return " + ", ".join(self.trivial(x) for x in t.results) if t.results else ""
        return f"func{signature(t, names)} {{ {body} }}" if body else f"func{signature(t, names)} {{}}"

    def struct_literal(self, t, value):
        return f"{t.name}{{{', '.join(f'{name}: {value(ft)}' for name, ft in self.fields[t.name])}}}"

    def value(self, t, scope, depth=0):
        """An expression of type t that calls nothing."""
        r = self.r
        if depth < 3 and r.randrange(100) < (70 if t == INT else 25 if t == GETTER else 55):
            found = self.pick_of(scope, t)
            if found:
                return self.arithmetic(found.text, scope) if t == INT and r.randrange(4) == 0 else found.text
        if depth > 3:
            return self.trivial(t)
        part = lambda of: self.value(of, scope, depth + 1)
        if t == STRING and r.randrange(3) == 0:
            return f'{part(STRING)} + "-"'
        if t == ANY and r.randrange(3):
            return part(r.choice((INT, Ptr(INT), Ptr(GETTER)) if self.as_go else (INT, Ptr(INT), GETTER, Struct(self.structs[0]))))
        if isinstance(t, Ptr):
            return self.pointer_value(t, scope, depth)
        if isinstance(t, Slice):
            if r.randrange(3) == 0:
                array = self.pick_addressable(scope, Array(t.of))
                if array:
                    return self.operand(array.text) + "[:]"
            return f"{go(t)}{{{', '.join(part(t.of) for _ in range(r.randint(1, 2)))}}}"
        if isinstance(t, Array):
            return f"{go(t)}{{{', '.join(part(t.of) for _ in range(ARRAY_LENGTH))}}}"
        if isinstance(t, Map):
            return f"{go(t)}{{0: {part(t.of)}}}"
        if isinstance(t, Struct):
            return self.struct_literal(t, part)
        if isinstance(t, Iface):
            return self.interface_value(t, scope, depth)
        if isinstance(t, Func):
            return self.func_value(t, scope, depth)
        return self.trivial(t)

    def arithmetic(self, operand, scope):
        other = self.r.choice((self.pick_of(scope, INT).text, str(self.r.randint(2, 9))))
        return f"{operand}{self.r.choice('+-*^')}{other}"

    def pointer_value(self, t, scope, depth):
        place = self.pick_addressable(scope, t.to)
        if place and self.r.randrange(5):
            behind = re.fullmatch(r"\*(.*)|\(\*(.*)\)", place.text)   # &*p is p
            return behind.group(1) or behind.group(2) if behind else "&" + place.text
        if isinstance(t.to, Struct):
            return "&" + self.struct_literal(t.to, lambda of: self.value(of, scope, depth + 1))
        return self.trivial(t)

    def interface_value(self, t, scope, depth):
        r = self.r
        if not self.as_go and r.randrange(3) == 0:
            return f"{self.prefix}Func({self.value(GETTER, scope, depth + 1)})"
        getters = [m for m in self.methods if m[2] == "Get"]
        receiver, by_pointer, _, _ = r.choice(getters)
        of = Struct(receiver)
        return self.value(Ptr(of) if by_pointer or r.randrange(2) else of, scope, depth + 1)

    def func_value(self, t, scope, depth):
        r = self.r
        kind = r.randrange(10)
        if kind == 0:
            declared = [name for name, ft in self.functions if ft == t]
            if declared:
                scope.function.calls = True
                return r.choice(declared)
        if kind < 3:
            fitting = [m for m in self.methods if m[3] == t]
            if fitting:
                receiver, by_pointer, name, _ = r.choice(fitting)
                of = Struct(receiver)
                place = self.pick_receiver(scope, of, by_pointer)
                if place:
                    return f"{self.operand(place.text)}.{name}"
        return self.literal(t, scope)

    def operand(self, text):
        """In front of a dot, an index or parentheses, a dereference is bracketed."""
        return f"({text})" if text.startswith("*") else text

    def literal(self, t, scope, in_goroutine=False, first=()):
        """A func literal of type t: a body of its own, with all that is around it in sight."""
        function = Function(scope.function, t)
        function.in_goroutine |= in_goroutine
        if function.nesting > MOST_NESTING or self.budget <= 0:
            return self.small_literal(t, scope, function)
        names, inner = self.enter(t, scope, function)
        body = list(first) + self.body(inner, self.r.choice((0, 1, 1, 2, 3)))
        return "\n".join([f"func{signature(t, names)} {{"] + indented(body) + ["}"])

    def small_literal(self, t, scope, function):
        """One that changes or reads something near."""
        names, inner = self.enter(t, scope, function)
        lines = []
        place = self.pick(inner, lambda p: p.assignable and p.type == INT)
        if place and self.r.randrange(2):
            lines.append(f"{self.operand(place.text)}++")
        if t.results:
            results = []
            for of in t.results:
                near = self.pick_of(inner, of)
                results.append(near.text if near else self.trivial(of))
            lines.append("return " + ", ".join(results))
        return "\n".join([f"func{signature(t, names)} {{"] + indented(lines) + ["}"])

    def enter(self, t, scope, function):
        """The names of a function's parameters, and its outermost block with them."""
        inner = Scope(scope, function)
        names = []
        for i, p in enumerate(t.params):
            self.counter += 1
            name = f"a{self.counter}"
            names.append(name)
            if t.variadic and i == len(t.params) - 1:
                function.variadic = (name, p)
            else:
                inner.declare(Var(name, p, used=True))
        return names, inner

    # ---- statements ----

    def body(self, scope, count, ending=True):
        """The statements of a function: some, and a return."""
        function = scope.function
        lines = []
        for name, t in zip(function.result_names, function.type.results):
            lines.append(f"{name} = {self.value(t, scope)}")
        for name, t in zip(function.result_names, function.type.results):
            scope.declare(Var(name, t, used=True))
        if function.variadic:   # it may be empty: what is used is a slice that is not
            parameter, of = function.variadic
            self.counter += 1
            name = f"v{self.counter}"
            lines.append(f"{name} := append({parameter}, {self.value(of, scope)})")
            scope.declare(Var(name, Slice(of)))
        lines += self.statements(scope, count)
        last = []
        if function.type.results and ending:
            if function.result_names and self.r.randrange(2):
                last = ["return"]
            else:
                last = ["return " + ", ".join(self.value(t, scope, 1) for t in function.type.results)]
        lines += self.unused(scope) + last
        return ([f"{self.prefix}tick()"] if function.calls else []) + lines

    def unused(self, scope):
        """What makes variables used that nobody may have read."""
        return [f"_ = {name}" for name, v in scope.own.items() if not v.used]

    def statements(self, scope, count):
        lines = []
        for _ in range(count):
            if self.budget <= 0:
                break
            self.budget -= 1
            for _ in range(20):
                made = self.statement(scope)
                if made:
                    lines += made
                    break
        return lines

    def block(self, scope, count=None, loop=None, variables=()):
        """A block in the function of this scope: its lines, indented."""
        inner = Scope(scope, scope.function)
        inner.loop = loop or inner.loop
        inner.in_loop |= loop is not None
        for var in variables:
            inner.declare(var)
        lines = self.statements(inner, count or self.r.randint(1, 3))
        return indented(lines + [line for line in self.unused(inner)])

    def statement(self, scope):
        kinds = (
            (self.declaration, 18), (self.assignment, 17), (self.change, 8), (self.call, 16), (self.show, 8), (self.keep, 6),
            (self.counting_loop, 6), (self.range_loop, 6), (self.branch, 5), (self.append_statement, 4), (self.deferred, 4),
            (self.channel, 4), (self.goroutine, 3), (self.assertion, 3), (self.recursive_closure, 2), (self.goto_loop, 2),
            (self.list_walk, 2), (self.swap, 2), (self.clobber, 3), (self.leave_loop, 2), (self.immediate_call, 3), (self.early_return, 1),
        )
        return self.r.choices([k for k, _ in kinds], [w for _, w in kinds])[0](scope)

    def declaration(self, scope, t=None):
        t = t or self.type()
        value = self.value(t, scope)
        name = self.fresh(scope, {INT: "n", STRING: "s", GETTER: "f"}.get(t, "x"))
        if name in scope.own:
            return None
        explicit = t == ANY or isinstance(t, Iface) or self.r.randrange(6) == 0
        scope.declare(Var(name, t))
        return [f"var {name} {go(t)} = {value}" if explicit else f"{name} := {value}"]

    def assignment(self, scope):
        place = self.pick(scope, lambda p: p.assignable and not isinstance(p.type, Chan))
        value = self.value(place.type, scope, 1) if place else None
        return [f"{place.text} = {value}"] if place and value != place.text else None

    def change(self, scope):
        place = self.pick(scope, lambda p: p.assignable and p.type == INT)
        if not place:
            return None
        if self.r.randrange(3) == 0:
            return [f"{self.operand(place.text)}++"]
        return [f"{place.text} {self.r.choice(('+=', '-=', '^=', '*='))} {self.value(INT, scope, 2)}"]

    def swap(self, scope):
        t = self.r.choice((INT, GETTER, Ptr(INT)))
        one, other = (self.pick(scope, lambda p: p.assignable and p.type == t) for _ in range(2))
        if not one or one.text == other.text:
            return None
        return [f"{one.text}, {other.text} = {other.text}, {one.text}"]

    # Calls.

    def arguments(self, t, scope):
        values = [self.value(p, scope, 1) for p in t.params]
        if t.variadic:
            if self.r.randrange(3) == 0:
                return ", ".join(values[:-1] + [f"{self.value(Slice(t.params[-1]), scope, 1)}..."])
            values = values[:-1] + [self.value(t.params[-1], scope, 1) for _ in range(self.r.randint(0, 3))]
        return ", ".join(values)

    def callee(self, scope):
        """Something to call, with its type."""
        r = self.r
        kind = r.randrange(10)
        if kind < 2 and self.functions:
            return r.choice(self.functions)
        if kind == 2:
            getter = self.pick(scope, lambda p: isinstance(p.type, Iface))
            if getter:
                return self.operand(getter.text) + ".Get", GETTER
        if kind < 5:
            methods = self.methods
            receiver, by_pointer, name, t = r.choice(methods)
            of = Struct(receiver)
            place = self.pick_receiver(scope, of, by_pointer)
            if place:
                return f"{self.operand(place.text)}.{name}", t
        found = self.pick(scope, lambda p: isinstance(p.type, Func))
        return found and (self.operand(found.text), found.type)

    def results_of(self, call, t, scope, kept=False):
        """The statement that makes this call, and declares its results; or prints or drops them, if they need not be kept."""
        if not t.results or not kept and self.r.randrange(8) == 0:
            return [call]
        if not kept and t.results == (INT,) and self.r.randrange(2):
            return [self.print(call)]
        names = []
        for of in t.results:
            self.counter += 1
            names.append(f"r{self.counter}")
            scope.declare(Var(names[-1], of))
        return [f"{', '.join(names)} := {call}"]

    def call(self, scope):
        target = self.callee(scope)
        if not target:
            return None
        text, t = target
        scope.function.calls = True
        arguments = self.arguments(t, scope)
        result = t.results[0] if len(t.results) == 1 else None
        if isinstance(result, Func) and not result.params and self.r.randrange(2):
            return self.results_of(f"{text}({arguments})()", result, scope)
        chained = self.method_of(result)
        if chained and self.r.randrange(2):
            return self.results_of(f"{text}({arguments}).{chained[0]}()", chained[1], scope)
        return self.results_of(f"{text}({arguments})", t, scope)

    def method_of(self, t):
        """A method without parameters that a result of this type has, with its type."""
        if isinstance(t, Iface):
            return "Get", GETTER
        fitting = [(name, of) for receiver, by_pointer, name, of in self.methods
                   if not of.params and (t == Ptr(Struct(receiver)) or t == Struct(receiver) and not by_pointer)]
        return self.r.choice(fitting) if fitting else None

    def immediate_call(self, scope):
        t = random_func(self.r, self.structs, self.interface, 1)
        arguments = self.arguments(t, scope)
        literal = self.literal(t, scope)
        scope.function.calls = True
        return self.results_of(f"{literal}({arguments})", t, scope)

    def deferred(self, scope):
        r = self.r
        scope.function.calls = True
        target = self.callee(scope) if r.randrange(3) == 0 else None
        slices = target and (target[1].variadic or any(isinstance(p, Slice) for p in target[1].params))
        if target and not (self.as_go and scope.in_loop and slices):
            return [f"defer {target[0]}({self.arguments(target[1], scope)})"]
        return [f"defer {self.literal(func(), scope)}()"]

    def recursive_closure(self, scope):
        """A closure that calls itself through the variable that it captures."""
        self.counter += 1
        name, parameter = f"f{self.counter}", f"a{self.counter}"
        t = func(INT, results=(INT,))
        function = Function(scope.function, t)
        inner = Scope(scope, function)
        inner.declare(Var(parameter, INT, used=True))
        body = [f"{self.prefix}tick()"] + self.statements(inner, 1) + self.unused(inner)
        result = self.value(INT, inner, 2)
        scope.declare(Var(name, t, used=True))
        scope.function.calls = True
        lines = [f"if {parameter} <= 0 {{", f"\treturn {result}", "}", f"return {name}({parameter}-1) + {self.r.randint(1, 9)}"]
        return [f"var {name} {go(t)}", f"{name} = func({parameter} int) int {{"] + indented(body + lines) + ["}", self.print(f"{name}(3)")]

    # What is printed.

    def print(self, *values):
        self.printed += 1
        call = "fmt.Println" if self.through_fmt else "println"
        return f'{call}("{self.prefix}", {self.printed}, {", ".join(values)})'

    def show(self, scope):
        place = self.pick(scope, lambda p: p.type in (INT, STRING))
        return place and [self.print(place.text)]

    def clobber(self, scope):
        """Other frames where those that ended were."""
        return [f"clobber({self.r.randint(1, 3)})"]

    def keep(self, scope):
        """A closure, put where it stays when this function has returned."""
        return [f"{self.prefix}kept = append({self.prefix}kept, {self.value(GETTER, scope)})"]

    def append_statement(self, scope):
        place = self.pick(scope, lambda p: p.assignable and isinstance(p.type, Slice))
        return place and [f"{place.text} = append({place.text}, {self.value(place.type.of, scope, 1)})"]

    # Control flow.

    def counting_loop(self, scope):
        if scope.blocks >= MOST_BLOCKS:
            return None
        name = self.fresh(scope, "i")
        label = self.label() if self.r.randrange(4) == 0 else None
        var = Var(name, INT, used=True)
        body = self.block(scope, loop=("for", label), variables=[var])
        step = self.r.choice((f"{name}++", f"{name}++", f"{name} += 2"))
        text = [f"for {name} := 0; {name} < {self.r.randint(1, 3)}; {step} {{", f"\t{self.prefix}tick()"] + body + ["}"]
        return self.labelled(label, text)

    def label(self):
        self.labels += 1
        return f"L{self.labels}"

    def labelled(self, label, text):
        if label and any(f" {label}" in line for line in text):
            return [label + ":"] + text
        return text

    def range_loop(self, scope):
        if scope.blocks >= MOST_BLOCKS:
            return None
        over = self.pick(scope, lambda p: isinstance(p.type, (Slice, Array)))
        t = over.type if over else Array(INT)
        text = over.text if over else self.trivial(t)
        key, name = self.fresh(scope, "k"), self.fresh(scope, "v")
        if key == name:
            return None
        label = self.label() if self.r.randrange(5) == 0 else None
        variables = [Var(key, INT, assignable=not self.as_go), Var(name, t.of, assignable=not self.as_go)]
        brings_numbers = isinstance(t, Slice) and t.of in (INT, Array(INT))
        form = 2 if self.as_go and brings_numbers else self.r.randrange(3)
        if form == 0:
            body = self.block(scope, loop=("for", label), variables=variables)
            head = f"for {key}, {name} := range {text} {{"
        elif form == 1:
            body = self.block(scope, loop=("for", label), variables=variables[1:])
            head = f"for _, {name} := range {text} {{"
        else:
            body = self.block(scope, loop=("for", label), variables=variables[:1])
            head = f"for {key} := range {text} {{"
        return self.labelled(label, [head] + [f"\t{self.prefix}tick()"] + body + ["}"])

    def leave_loop(self, scope):
        if not scope.loop:
            return None
        word = self.r.choice(("break", "continue"))
        label = f" {scope.loop[1]}" if scope.loop[1] and self.r.randrange(2) else ""
        return [f"if {self.condition(scope)} {{", f"\t{word}{label}", "}"]

    def early_return(self, scope):
        results = ", ".join(self.value(t, scope, 2) for t in scope.function.type.results)
        return [f"if {self.condition(scope)} {{"] + indented([f"return {results}".strip()]) + ["}"]

    def condition(self, scope):
        """Of variables: compilers leave out what stands under constants."""
        near = self.pick_of(scope, INT)
        return f"{near.text if near else self.prefix + 'fuel'}&{self.r.choice((1, 1, 3))} == {self.r.randrange(2)}"

    def branch(self, scope):
        if scope.blocks >= MOST_BLOCKS:
            return None
        kind = self.r.randrange(4)
        if kind == 0:
            return ["{"] + self.block(scope) + ["}"]
        if kind == 1:
            return [f"if {self.condition(scope)} {{"] + self.block(scope) + ["}"]
        if kind == 2:
            return [f"if {self.condition(scope)} {{"] + self.block(scope) + ["} else {"] + self.block(scope) + ["}"]
        near = self.pick_of(scope, INT)
        subject = near.text if near else self.prefix + "fuel"
        loop, scope.loop = scope.loop, None   # break would leave the switch
        lines = [f"switch {subject} & 1 {{", "case 0:"] + self.block(scope) + ["default:"] + self.block(scope) + ["}"]
        scope.loop = loop
        return lines

    def goto_loop(self, scope):
        """A loop that a goto makes. It stands in an `if`: what follows in the same one is still in the loop, for the Go compiler."""
        if scope.blocks >= MOST_BLOCKS:
            return None
        label = self.label()
        self.counter += 1
        name = f"g{self.counter}"
        var = Var(name, INT, used=True)
        in_loop, scope.in_loop, loop, scope.loop = scope.in_loop, True, scope.loop, None   # break would leave another one
        body = self.block(scope, variables=[var])
        scope.in_loop, scope.loop = in_loop, loop
        return [f"if {self.prefix}fuel > 0 {{", f"\t{name} := 0"] + [f"{label}:", f"\t{self.prefix}tick()"] + body + [
            f"\t{name}++", f"\tif {name} < 3 {{", f"\t\tgoto {label}", "\t}", "}"]

    def list_walk(self, scope):
        """Objects that are linked in a loop, and walked."""
        of = Struct(self.structs[0])
        self.counter += 1
        number = self.counter
        literal = self.struct_literal(of, lambda t: self.value(t, scope, 2))
        first = self.pick_of(scope, Ptr(of))
        lines = [f"h{number} := {first.text if first else self.trivial(Ptr(of))}"]
        lines += [f"for i := 0; i < {self.r.randint(1, 3)}; i++ {{", f"\tx := {literal}".replace("\n", "\n\t"),
                  f"\tx.next, h{number} = h{number}, &x", "}",
                  f"for q, k := h{number}, 0; q != nil && k < 4; q, k = q.next, k+1 {{",
                  f"\t{self.print('q.n')}"]
        scope.declare(Var(f"h{number}", Ptr(of), used=True))
        return lines + ["}"]

    # Channels, goroutines, interfaces.

    def channel(self, scope):
        t = self.type(1)
        if isinstance(t, Chan):
            return None
        value = self.value(t, scope, 1)
        self.counter += 1
        c, v = f"c{self.counter}", f"w{self.counter}"
        receive = f"{v} := <-{c}"
        lines = [f"{c} := make({go(Chan(t))}, 1)", f"{c} <- {value}"]
        scope.declare(Var(v, t))
        if self.r.randrange(4) == 0:
            lines += [f"var {v} {go(t)}", "select {", f"case {v} = <-{c}:", "default:", f'\tpanic("nothing was sent")', "}"]
        else:
            lines.append(receive)
        return lines

    def goroutine(self, scope):
        if scope.function.in_goroutine:
            return None
        self.counter += 1
        done = f"d{self.counter}"
        literal = self.literal(func(), scope, in_goroutine=True, first=[f"defer {self.prefix}end({done})"])
        lines = [f"{done} := make(chan bool)"]
        if literal.split("\n")[1:2] != [f"\tdefer {self.prefix}end({done})"]:   # a small one, which cannot panic
            body = literal.split("\n")
            literal = "\n".join(body[:-1] + [f"\t{done} <- true", "}"])
        return lines + [f"go {literal}()", f"<-{done}"]

    def assertion(self, scope):
        place = self.pick_of(scope, ANY)
        if not place or scope.blocks >= MOST_BLOCKS:
            return None
        t = self.r.choice((INT, Ptr(INT), Ptr(GETTER)) if self.as_go else (INT, Ptr(INT), GETTER, Struct(self.structs[0])))
        self.counter += 1
        name = f"t{self.counter}"
        var = Var(name, t)
        if self.r.randrange(2):
            inner = self.block(scope, 2, variables=[var])
            return [f"if {name}, ok := {self.operand(place.text)}.({go(t)}); ok {{"] + inner + ["}"]
        loop, scope.loop = scope.loop, None
        inner = self.block(scope, 2, variables=[var])
        scope.loop = loop
        return [f"switch {name} := {self.operand(place.text)}.(type) {{", f"case {go(t)}:"] + inner + ["}"]

    # ---- declarations ----

    def declare_types(self):
        p, r = self.prefix, self.r
        lines = []
        for name in self.structs:
            self.fields[name] = []   # its own type is no type of a field: literals would never end
        for i, name in enumerate(self.structs):
            fields = [("n", INT), ("f", GETTER)]
            if i == 1:
                fields.append(("a", r.choice((Struct(self.structs[0]), Ptr(Struct(self.structs[0]))))))
            for k in range(r.randrange(3)):
                fields.append((f"p{k}", r.choice((Ptr(INT), Ptr(Ptr(INT)), Slice(GETTER), Array(INT), ANY, Map(INT),
                                                  func(INT, results=(INT,)), func(results=(GETTER,)), Ptr(GETTER)))))
            self.fields[name] = fields
            own = [f"next *{name}"] if i == 0 else []
            lines += [f"type {name} struct {{"] + indented([f"{n} {go(t)}" for n, t in fields] + own) + ["}", ""]
        lines += [f"type {self.interface} interface {{", "\tGet() int", "}", "", f"type {p}Func func() int", "",
                  f"func (f {p}Func) Get() int {{", f"\t{p}tick()", "\treturn f()", "}", ""]
        self.methods = [(self.structs[0], True, "Get", GETTER)]
        lines += [f"func (t *{self.structs[0]}) Get() int {{", f"\t{p}tick()", "\tt.n++", "\treturn t.n + t.f()", "}", ""]
        return lines

    def declare_method(self, index):
        r = self.r
        receiver, by_pointer = r.choice(self.structs), r.randrange(3) > 0
        t = r.choice((GETTER, func(INT), func(results=(GETTER,)), func(GETTER, results=(INT,)), func(Ptr(INT), results=(Ptr(INT),)),
                      func(GETTER)))
        name = f"M{index}"
        function = Function(None, t)
        function.calls = True
        names, inner = self.enter(t, self.globals, function)
        inner.declare(Var("t", Ptr(Struct(receiver)) if by_pointer else Struct(receiver), used=True))
        body = self.body(inner, r.randint(1, 3))
        self.methods.append((receiver, by_pointer, name, t))
        return [f"func (t {'*' if by_pointer else ''}{receiver}) {name}{signature(t, names)} {{"] + indented(body) + ["}", ""]

    def declare_function(self, index):
        r = self.r
        t = random_func(r, self.structs, self.interface, 0)
        name = f"{self.prefix}fn{index}"
        result_names = [f"res{i}" for i in range(len(t.results))] if t.results and r.randrange(3) == 0 else []
        function = Function(None, t, result_names)
        function.calls = True
        if r.randrange(2):
            self.functions.append((name, t))   # it may call itself
        names, inner = self.enter(t, self.globals, function)
        body = self.body(inner, r.randint(2, 5))
        if (name, t) not in self.functions:
            self.functions.append((name, t))
        return [f"func {name}{signature(t, names, result_names)} {{"] + indented(body) + ["}", ""]

    def declare_globals(self):
        r = self.r
        lines = []
        for i in range(r.randint(1, 4)):
            t = r.choice((INT, GETTER, GETTER, Ptr(INT), Ptr(Ptr(INT)), Struct(self.structs[0]), Ptr(Struct(self.structs[0])),
                          GETTER if self.as_go else Iface(self.interface), ANY, Slice(GETTER), Map(GETTER), Array(GETTER), func(results=(GETTER,)), func(INT, results=(INT,)), Ptr(GETTER)))
            name = f"{self.prefix}g{i}"
            lines += [f"var {name} {go(t)} = {self.trivial(t)}", ""]
            self.globals.declare(Var(name, t, used=True, is_global=True))
        return lines

    def declare_section(self, index):
        function = Function(None, func())
        scope = Scope(self.globals, function)
        body = self.body(scope, self.r.randint(4, 8))
        lines = [f"func {self.prefix}section{index}() {{", f"\tdefer {self.prefix}rescue()"] + indented(body)
        return lines + ["}", ""]

    def declare_calls(self):
        """A section that calls every function and method once, and then what can be reached from their results."""
        scope = Scope(self.globals, Function(None, func()))
        lines = []
        for name, t in self.functions:
            lines += [f"clobber({self.r.randint(1, 3)})"] + self.results_of(f"{name}({self.arguments(t, scope)})", t, scope, kept=True)
        for i, (receiver, _, name, t) in enumerate(self.methods):
            lines.append(f"m{i} := {self.trivial(Ptr(Struct(receiver)))}")
            scope.declare(Var(f"m{i}", Ptr(Struct(receiver))))
            lines += self.results_of(f"m{i}.{name}({self.arguments(t, scope)})", t, scope, kept=True)
        lines += ["clobber(3)"] + self.show_reached([p for p in self.paths(scope) if p.variable.name in scope.own][:30])
        lines += self.statements(scope, 4) + self.unused(scope)
        return [f"func {self.prefix}calls() {{", f"\tdefer {self.prefix}rescue()"] + indented(lines) + ["}", ""]

    def show_reached(self, paths):
        """Numbers are printed, and what closures return."""
        lines = []
        for path in paths:
            if path.type in (INT, STRING):
                lines.append(self.print(path.text))
            elif path.type == GETTER:
                lines.append(self.print(f"{self.operand(path.text)}()"))
            elif path.type == func(results=(GETTER,)):
                lines.append(self.print(f"{self.operand(path.text)}()()"))
        return lines

    def show_globals(self):
        """The last section: what was kept is called, after all frames that it was made in are gone."""
        p = self.prefix
        lines = [f"func {p}last() {{", f"\tdefer {p}rescue()"]
        lines += indented(self.show_reached(self.paths(self.globals)))
        lines += [f"\tfor i := 0; i < len({p}kept) && i < 12; i++ {{", "\t\tclobber(2)", "\t\t" + self.print("i", f"{p}kept[i]()"), "\t}",
                  "}", ""]
        return lines

    def text(self):
        p = self.prefix
        lines = self.declare_types()
        lines += self.declare_globals()
        parts = []
        for i in range(self.r.randint(0, 2)):
            parts += self.declare_method(i)
        for i in range(self.r.randint(1, 3)):
            parts += self.declare_function(i)
        sections = self.r.randint(1, 3)
        for i in range(sections):
            self.budget = max(self.budget, 8)
            parts += self.declare_section(i)
        self.budget = 6
        parts += self.declare_calls() + self.show_globals()
        lines += [f"var {p}kept []func() int", "", f"var {p}fuel int", "",
                  f"func {p}tick() {{", f"\t{p}fuel--", f"\tif {p}fuel < 0 {{", '\t\tpanic("out of fuel")', "\t}", "}", "",
                  f"func {p}rescue() {{", "\tif v := recover(); v != nil {", f'\t\tprintln("{p}", "stopped:", v.(string))', "\t}", f"\t{p}fuel = {FUEL}", "}", "",
                  f"func {p}end(done chan bool) {{", "\tif v := recover(); v != nil {", f'\t\tprintln("{p}", "goroutine stopped:", v.(string))',
                  "\t}", "\tdone <- true", "}", ""]
        lines += parts
        lines += [f"func {p}main() {{", f"\t{p}fuel = {FUEL}"] + [f"\t{p}section{i}()" for i in range(sections)] + [f"\t{p}calls()", f"\t{p}last()", "}", ""]
        return "\n".join(lines)


SHARED = """
// Other frames where those that ended were, so that whatever of them is still used shows.
func clobber(n int) int {
	var junk [48]int
	for i := range junk {
		junk[i] = n*7919 + i
	}
	if n > 0 {
		return clobber(n-1) + junk[n]
	}
	return junk[5]
}

"""


def file_of(programs, lang):
    """One file with these (prefix, text): all run where no argument is given, else those that arguments name."""
    body = "\n".join(text for _, text in programs)
    imports = ["os"] + (["fmt"] if "fmt.Println" in body else [])
    head = [f"//go:build {lang}", "", "package main", "", "import ("] + [f'\t"{i}"' for i in sorted(imports)] + [")", SHARED]
    main = ["func wanted(name string) bool {", "\tfor _, arg := range os.Args[1:] {", "\t\tif arg == name {", "\t\t\treturn true", "\t\t}", "\t}",
            "\treturn len(os.Args) == 1", "}", "", "func main() {"]
    for prefix, _ in programs:
        main += [f'\tif wanted("{prefix}") {{', f"\t\t{prefix}main()", "\t}"]
    return "\n".join(head) + body + "\n" + "\n".join(main + ["}", ""])


def prefix_of(seed):
    return f"p{seed}"


def first_lines(text):
    """[(line, seed)] of the programs of a file, in order."""
    return [(number, int(m.group(1))) for number, line in enumerate(text.split("\n"), 1) if (m := re.match(r"type p(\d+)A struct", line))]


def program_at(starts, line):
    """The seed of the program that a line belongs to; None for what all of a file share."""
    return next((seed for number, seed in reversed(starts) if number <= line), None)


def batch(seeds, lang):
    """One file with the programs of these seeds, for this language version."""
    as_go = int(lang.split(".")[1]) <= GO_COMPILER
    return file_of([(prefix_of(s), Program(s, prefix_of(s), as_go).text()) for s in seeds], lang)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-lang", default="go1.19")
    parser.add_argument("seeds", nargs="+", type=int)
    args = parser.parse_args()
    print(batch(args.seeds, args.lang), end="")


if __name__ == "__main__":
    main()
