"""What the default model puts on the heap is a subset of what -model=gc does: subset.py OUTLIVE FILE|FOLDER…

The word `escape-tests` stands for the Go project's, where they are installed (test/gosuite/suite.py).
Compares all storage sites of `outlive check -json`, those without a line of -m included. Of a folder, every .go file in it and below is
taken. A file that is no program of its own (it has errors on purpose, is a part of one, or uses what the library lacks) is skipped
and counted; both models must skip the same.
"""
import concurrent.futures
import json
import os
import subprocess
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "gosuite"))
import suite


def on_heap(outlive, path, *flags):
    done = subprocess.run([outlive, "check", "-json", *flags, path], capture_output=True, text=True, timeout=300)
    if done.returncode:
        return None
    return {(v["file"], v["line"], v["column"], v["name"], v.get("function"), v.get("object"))
            for v in json.loads(done.stdout)["verdicts"] if v["storage"] == "heap" and "id" in v}


def files_of(words):
    for word in words:
        if word == "escape-tests":
            yield from (os.path.join(suite.ROOT, f) for f in suite.escape_tests())
        elif not os.path.isdir(word):
            yield word
        for folder, _, names in os.walk(word):
            yield from sorted(os.path.join(folder, n) for n in names if n.endswith(".go"))


outlive, files = sys.argv[1], list(files_of(sys.argv[2:]))
skipped = fewer = failures = total = 0
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    models = pool.map(lambda f: (on_heap(outlive, f), on_heap(outlive, f, "-model=gc")), files)
    for path, (precise, gc) in zip(files, models):
        if (precise is None) != (gc is None):
            failures += 1
            print(f"{path}: fails under one model only")
        if precise is None or gc is None:
            skipped += 1
            continue
        total += len(gc)
        fewer += len(gc - precise)
        for file, line, column, name, *_ in sorted(precise - gc):
            failures += 1
            print(f"{file}:{line}:{column}: {name}: only the default model says so")
print(f"{len(files) - skipped} programs, {skipped} skipped; the Go compiler's model puts {total} objects on the heap, "
      f"the default model {fewer} fewer")
sys.exit(1 if failures else 0)
