"""shown_is_printed.py OUTLIVE PAGE EXAMPLES: every block of the page that starts with `$ outlive …` is what that command prints today."""
import re
import subprocess
import sys

outlive, page, examples = sys.argv[1:]
with open(page, encoding="utf-8") as f:
    blocks = re.findall(r"^```\n\$ outlive ([^\n]*)\n(.*?)^```$", f.read(), re.M | re.S)
assert blocks, "no block with a command"
for command, text in blocks:
    done = subprocess.run([outlive, *command.split()], cwd=examples, text=True, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if text != done.stdout:
        sys.exit(f"{page} shows for `outlive {command}`\n{text}\nbut this is printed:\n{done.stdout}")
