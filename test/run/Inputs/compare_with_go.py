"""compare_with_go.py GO FOLDER: does the Go compiler's program print what each FOLDER/Inputs/NAME.out says of FOLDER/NAME.go?

Programs that need a later language version than the compiler's say so in their first RUN line by not asking for go1.19.
"""
import glob
import os
import subprocess
import sys

go, folder = sys.argv[1:]
wrong = 0
for source in sorted(glob.glob(os.path.join(folder, "*.go"))):
    with open(source, encoding="utf-8") as f:
        if "-lang=go1.19" not in f.readline():
            continue
    name = os.path.basename(source)[:-3]
    done = subprocess.run([go, "run", source], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    with open(os.path.join(folder, "Inputs", name + ".out"), "rb") as f:
        if f.read() != done.stdout:
            print(f"{name}: the Go compiler's program prints something else")
            wrong += 1
sys.exit(1 if wrong else 0)
