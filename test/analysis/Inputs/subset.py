"""What the default model flags is a subset of what -model=gc flags: subset.py OUTLIVE FILE…

Compares the objects that `outlive check -m` puts on the heap, by place and message. Files that Outlive cannot lower are skipped,
and counted in the last line; more than a tenth of them fails.
"""
import re
import subprocess
import sys


def on_heap(outlive, path, *flags):
    done = subprocess.run([outlive, "check", "-m", "-lang=go1.19", *flags, path], capture_output=True, text=True, timeout=120)
    if done.returncode:
        return None
    return set(re.findall(r"^\S+:(\d+:\d+: (?:moved to heap: .*|.* escapes to heap))$", done.stderr + done.stdout, re.M))


outlive, files = sys.argv[1], sys.argv[2:]
skipped = fewer = failures = 0
for path in files:
    precise, gc = on_heap(outlive, path), on_heap(outlive, path, "-model=gc")
    if precise is None or gc is None:
        skipped += 1
        continue
    fewer += len(gc - precise)
    for line in sorted(precise - gc):
        failures += 1
        print(f"{path}:{line}: only the default model says so")
print(f"{len(files)} files, {skipped} skipped; the default model keeps {fewer} more objects on the stack")
sys.exit(1 if failures or skipped * 10 > len(files) else 0)
