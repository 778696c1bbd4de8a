"""Makes a Go program smaller for as long as something holds of it: delta debugging on its statements.

A statement is a line with the lines below it that are indented further, its closing line, and whatever that opens again (`} else {`). So func
literals are removed with the statement they stand in, or lose what is in them.
"""
import re

OPENS_AGAIN = re.compile(r"^\t*[})].*[{(]$")
CLOSES = re.compile(r"^\t*[})]")
DECLARED = re.compile(r"^\t*(?:var (\w+)|(\w+(?:, \w+)*) :?= )")


class Statement:
    """Lines with what stands between them: lines[0], bodies[0], lines[1], …"""

    def __init__(self, line):
        self.lines, self.bodies = [line], []

    def text(self):
        for i, line in enumerate(self.lines):
            yield line
            if i < len(self.bodies):
                yield from text_of(self.bodies[i])


def text_of(statements):
    for s in statements:
        yield from s.text()


def indentation(line):
    return len(line) - len(line.lstrip("\t"))


def parse(lines, depth=0, at=0):
    """The statements from lines[at] on that are indented `depth` times, and where they end."""
    statements = []
    while at < len(lines):
        line = lines[at]
        if line and indentation(line) < depth and not line.lstrip("\t").endswith(":"):
            break
        if line and CLOSES.match(line) and indentation(line) == depth and statements and statements[-1].bodies:
            statements[-1].lines.append(line)
            at += 1
        else:
            statements.append(Statement(line))
            at += 1
            if line == "" or not line.rstrip().endswith(("{", "(", ":")):
                continue
        if line.endswith(":") or not line.endswith(("{", "(")):
            continue
        body, at = parse(lines, depth + 1, at)
        statements[-1].bodies.append(body)
    return statements, at


def without(statements, first, count):
    """These, but for some, and for the `_ = x` of what they declared."""
    gone = statements[first:first + count]
    names = set()
    for s in gone:
        match = DECLARED.match(s.lines[0])
        if match:
            names.update((match.group(1) or match.group(2)).split(", "))
    return statements[:first] + [s for s in statements[first + count:]
                                 if not (len(s.lines) == 1 and s.lines[0].strip() in {f"_ = {n}" for n in names})]


class Reducer:
    def __init__(self, text, holds, tries):
        self.root, _ = parse(text.split("\n"))
        self.holds, self.tries = holds, tries

    def text(self):
        return "\n".join(text_of(self.root))

    def attempt(self, where, key, new):
        """Puts `new` in the place of where[key]; takes it back where the property is lost."""
        if self.tries <= 0:
            return False
        self.tries -= 1
        old = where[key]
        where[key] = new
        if self.holds(self.text()):
            return True
        where[key] = old
        return False

    def shrink_list(self, where, key):
        size = len(where[key])
        changed = False
        while size:
            first = 0
            while first < len(where[key]):
                if self.attempt(where, key, without(where[key], first, size)):
                    changed = True
                else:
                    first += size
            size //= 2
        return changed

    def unwrap(self, where, key):
        """Blocks whose statements do without them."""
        changed = False
        for i in range(len(where[key]) - 1, -1, -1):
            s = where[key][i]
            if s.bodies and indentation(s.lines[0]) > 0:
                inner = [Statement(line[1:]) for line in text_of(s.bodies[0])]
                inner, _ = parse([line.lines[0] for line in inner], indentation(s.lines[0]))
                changed |= self.attempt(where, key, where[key][:i] + inner + where[key][i + 1:])
        return changed

    def shrink(self, where, key):
        changed = self.shrink_list(where, key)
        changed |= self.unwrap(where, key)
        for s in list(where[key]):
            for i in range(len(s.bodies)):
                changed |= self.shrink(s.bodies, i)
        return changed

    def reduce(self):
        holder = vars(self)
        while self.shrink(holder, "root") and self.tries > 0:
            pass
        return self.text()


def reduce(text, holds, tries=600):
    """The smallest program found in so many tries. `holds` is asked about texts, valid Go or not."""
    return Reducer(text, holds, tries).reduce()
