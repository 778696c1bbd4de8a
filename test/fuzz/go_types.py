"""The types of random programs: as Go writes them, and which of them random programs are about."""
import dataclasses


def type_of(name, *parts):
    """A kind of type with these parts; two of them are the same where kind and parts are."""
    return dataclasses.make_dataclass(name, parts, frozen=True)


Basic = type_of("Basic", "name")
Ptr = type_of("Ptr", "to")
Func = type_of("Func", "params", "results", "variadic")
Slice = type_of("Slice", "of")
Array = type_of("Array", "of")
Map = type_of("Map", "of")
Chan = type_of("Chan", "of")
Struct = type_of("Struct", "name")
Iface = type_of("Iface", "name")

INT, STRING, ANY = Basic("int"), Basic("string"), Basic("interface{}")
ARRAY_LENGTH = 2


def func(*params, results=(), variadic=False):
    """A function type; the last parameter of a variadic one has the type of an element."""
    return Func(tuple(params), tuple(results), variadic)


GETTER = func(results=(INT,))


def go(t):
    """A type in Go."""
    if isinstance(t, Ptr):
        return "*" + go(t.to)
    if isinstance(t, Slice):
        return "[]" + go(t.of)
    if isinstance(t, Array):
        return f"[{ARRAY_LENGTH}]{go(t.of)}"
    if isinstance(t, Map):
        return "map[int]" + go(t.of)
    if isinstance(t, Chan):
        return "chan " + (f"({go(t.of)})" if isinstance(t.of, Chan) else go(t.of))
    if isinstance(t, Func):
        return "func" + signature(t)
    return t.name


def signature(t, names=None, result_names=None):
    """What stands behind `func`; parameters with their names where there are some."""
    params = []
    for i, p in enumerate(t.params):
        text = ("..." if t.variadic and i == len(t.params) - 1 else "") + go(p)
        params.append(f"{names[i]} {text}" if names else text)
    results = [go(r) for r in t.results]
    if result_names:
        results = [f"{name} {text}" for name, text in zip(result_names, results)]
    behind = ""
    if len(results) > 1 or result_names:
        behind = f" ({', '.join(results)})"
    elif results:
        behind = " " + results[0]
    return f"({', '.join(params)}){behind}"


def random_type(r, structs, interface, depth=0):
    """A type that random programs declare variables of; mostly ints, and functions that get at them."""
    while True:
        pick = r.randrange(100)
        inner = lambda: random_type(r, structs, interface, depth + 1)
        if pick < 30:
            return INT
        if pick < 52:
            return GETTER if depth > 1 or r.randrange(3) == 0 else random_func(r, structs, interface, depth + 1)
        if pick < 55:
            return STRING
        if pick < 70:
            if depth < 3:
                return Ptr(inner())
        elif pick < 76:
            if depth < 2:
                return Slice(inner())
        elif pick < 80:
            if depth < 2:
                return Array(inner())
        elif pick < 84:
            if depth < 2:
                return Map(inner())
        elif pick < 92:
            return Struct(r.choice(structs))
        elif pick < 96:
            return Iface(interface)
        elif pick < 98:
            return ANY
        elif depth < 1:
            return Chan(inner())


def random_func(r, structs, interface, depth):
    params = [random_type(r, structs, interface, depth + 1) for _ in range(r.choice((0, 0, 0, 1, 1, 2)))]
    results = [random_type(r, structs, interface, depth + 1) for _ in range(r.choice((0, 1, 1, 1, 1, 2 if depth < 2 else 1)))]
    return func(*params, results=results, variadic=bool(params) and r.randrange(6) == 0)
