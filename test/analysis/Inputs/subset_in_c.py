"""What the default model flags in C is a subset of what -model=gc flags: subset_in_c.py OUTLIVE FILE…

Compares the objects that -dump=verdicts puts on the heap, by name and place."""
import re
import subprocess
import sys


def on_heap(outlive, path, model):
    done = subprocess.run([outlive, "check", f"-model={model}", "-dump=verdicts", path, "--", "-w", "-fblocks"],
                          capture_output=True, text=True, timeout=120, check=True)
    return set(re.findall(r"^heap (.*), -?\d+ bytes", done.stdout, re.M))


outlive, files = sys.argv[1], sys.argv[2:]
flagged = fewer = failures = 0
for path in files:
    precise, gc = on_heap(outlive, path, "precise"), on_heap(outlive, path, "gc")
    flagged += len(precise)
    fewer += len(gc - precise)
    for what in sorted(precise - gc):
        failures += 1
        print(f"{path}: {what}: only the default model says so")
print(f"{len(files)} files, {flagged} objects on the heap; the default model keeps {fewer} more on the stack")
sys.exit(1 if failures or not flagged else 0)
