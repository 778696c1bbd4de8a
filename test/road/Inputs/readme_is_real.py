"""readme_is_real.py OUTLIVE README EXAMPLES: every block under "The demo" of the README is what the command prints today."""
import os
import re
import subprocess
import sys

outlive, readme, examples = sys.argv[1:]


def printed(*args):
    environment = dict(os.environ, COLUMNS="80", LC_ALL="C.UTF-8")
    done = subprocess.run([outlive, *args], cwd=examples, env=environment, text=True, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout


with open(os.path.join(examples, "counter.go"), encoding="utf-8") as f:
    real = [f.read()]
real += [printed("lower", "-storage=stack", "counter.go"), printed("check", "counter.go"), printed("lower", "counter.go"),
         printed("map", "counter.go")]
with open(readme, encoding="utf-8") as f:
    demo = re.search(r"^## The demo$(.*?)^## ", f.read(), re.M | re.S).group(1)
blocks = re.findall(r"^```\w*\n(.*?)^```$", demo, re.M | re.S)
assert len(blocks) == len(real), f"{len(blocks)} blocks"
for block, output in zip(blocks, real):
    text = "".join(line for line in block.splitlines(True) if not line.startswith("$ "))
    if text not in output:
        sys.exit(f"the README shows\n{text}\nbut this is printed:\n{output}")
