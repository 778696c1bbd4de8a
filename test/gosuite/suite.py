"""The Go project's own tests, as Debian's golang-1.19-src installs them: which there are, and what each one asks for.

Nothing of them is copied into this repository; they are read where they are installed.
"""
import os
import re

ROOT = "/usr/share/go-1.19/test"
GO = "/usr/lib/go-1.19/bin/go"
RUN_IMPORTS = {"fmt", "os", "errors", "math", "sync", "time"}


def installed():
    return os.path.isdir(ROOT)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="surrogateescape") as f:
        return f.read()


def all_files():
    """Every .go file of the folder, relative to it, sorted."""
    found = []
    for folder, _, names in os.walk(ROOT, followlinks=True):
        found += [os.path.relpath(os.path.join(folder, n), ROOT) for n in names if n.endswith(".go")]
    return sorted(found)


def header(text):
    """The action line: the first comment line that is no build constraint."""
    for line in text.split("\n"):
        if line.startswith("//go:build") or line.startswith("// +build") or not line.strip():
            continue
        return line.strip()
    return ""


def imports(text):
    """Import paths, by the words after `import` at the start of a line or in its parentheses."""
    paths = set()
    for single, group in re.findall(r'^import\s+(?:[\w.]+\s+)?(?:("[^"]*"|`[^`]*`)|\(([^)]*)\))', text, re.M):
        paths.update(p.strip('"`') for p in ([single] if single else re.findall(r'"[^"]*"|`[^`]*`', group)))
    return paths


def uses_generics(text):
    return bool(re.search(r"^func (\([^)]*\) )?\w+\[|^\s*type \w+\[[A-Za-z_]\w*[ ,][^\]]*\]|\bany\b.*\[|\[[A-Za-z_]\w* (any|comparable|interface)", text, re.M))


def run_tests():
    """Single-file `// run` tests without arguments, with imports that the runtime has."""
    return [
        path
        for path in all_files()
        for text in [read(path)]
        if header(text) == "// run" and imports(text) <= RUN_IMPORTS and "package main" in text
        and not path.startswith("typeparam/") and not uses_generics(text)
    ]


def wanted_output(path):
    """What a run test must print, both streams together: its .out file, or nothing."""
    out = os.path.join(ROOT, path[:-3] + ".out")
    if os.path.exists(out):
        with open(out, "rb") as f:
            return f.read()
    return b""


def escape_tests():
    """`// errorcheck -0 … -m … -l` files, but for those that ask for another frame size."""
    def asks(path):
        flags = header(read(path)).split()[1:]
        return flags[:2] == ["errorcheck", "-0"] and "-m" in flags and "-l" in flags and "-smallframes" not in flags

    return [p for p in all_files() if re.fullmatch(r"escape[^/]*\.go|fixedbugs/[^/]*\.go", p) and asks(p)]


def expectations(path):
    """{line: [regexp]} of the ERROR comments (`// ERROR "re" "re"`, also GC_ERROR)."""
    wanted = {}
    for number, line in enumerate(read(path).split("\n"), 1):
        match = re.search(r"// (?:GC_)?ERROR (.*)", line)
        if match and "// ERROR" in line or match and "GC_ERROR" in line:
            quoted = re.findall(r'"((?:[^"\\]|\\.)*)"|`([^`]*)`', match.group(1))
            patterns = [a.replace('\\"', '"').replace("\\\\", "\\") if a else b for a, b in quoted]
            if patterns:
                wanted[number] = patterns
    return wanted
