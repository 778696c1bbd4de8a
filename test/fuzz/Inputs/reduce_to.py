"""reduce_to.py OUTLIVE FILE TEXT: the file reduced, as long as it has errors of no kind and the text in it."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from reduce import reduce

outlive, path, text = sys.argv[1:]


def holds(program):
    if text not in program:
        return False
    with tempfile.TemporaryDirectory() as folder:
        candidate = os.path.join(folder, "candidate.go")
        with open(candidate, "w", encoding="utf-8") as file:
            file.write(program)
        return subprocess.run([outlive, "check", "-w", candidate], capture_output=True, check=False).returncode == 0


with open(path, encoding="utf-8") as file:
    print(reduce(file.read(), holds))
