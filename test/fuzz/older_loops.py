"""A program of Go 1.22 as one of Go 1.21 that does the same, so that the Go compiler of Go 1.19 can tell what it prints.

A loop of the newer version has variables of its own in each iteration. In the older one a variable of that name is declared at the start of
the body, and where an iteration ends (also by `continue`, where another of that name may hide it) its value is copied back to the loop's. The text is laid out as gofmt does it: blocks are
told by indentation. Not for programs that take the address of a loop variable in the head of the loop.
"""
import re

COUNTING = re.compile(r"^(\t*)for (\w+) := (.*); (.*); (.*) \{$")
RANGING = re.compile(r"^(\t*)for (?:(\w+), )?(\w+) := range (.*) \{$")
CONTINUE = re.compile(r"^(\t*)continue(?: (\w+))?$")
LABEL = re.compile(r"^\t*(\w+):$")
CLOSES = re.compile(r"^(\t*)\}$")


def renamed(text, name):
    return re.sub(rf"\b{name}\b", name + "_", text)


def with_older_loops(text):
    lines, loops, label = [], [], None   # loops: (indentation, label, what ends an iteration), the innermost last
    for line in text.split("\n"):
        counting, ranging, leaves, closes = COUNTING.match(line), RANGING.match(line), CONTINUE.match(line), CLOSES.match(line)
        is_label = LABEL.match(line)
        if counting:
            indent, name, first, condition, step = counting.groups()
            lines.append(f"{indent}for {name}_ := {first}; {renamed(condition, name)}; {renamed(step, name)} {{")
            ends = f"{name}_ends{len(loops)}"
            lines += [f"{indent}\t{name} := {name}_", f"{indent}\t{ends} := func() {{ {name}_ = {name} }}"]
            loops.append((indent, label, f"{ends}()"))
        elif ranging:
            indent, key, name, _ = ranging.groups()
            lines.append(line)
            lines += [f"{indent}\t{v} := {v}" for v in (key, name) if v and v != "_"]
            loops.append((indent, label, None))
        elif leaves:
            indent, target = leaves.groups()
            ends = next(end for _, name, end in reversed(loops) if not target or name == target)
            lines += [indent + ends] if ends else []
            lines.append(line)
        elif closes and loops and loops[-1][0] == closes.group(1):
            indent, _, ends = loops.pop()
            lines += [f"{indent}\t{ends}"] if ends else []
            lines.append(line)
        else:
            lines.append(line)
        label = is_label.group(1) if is_label else None
    return "\n".join(lines)
