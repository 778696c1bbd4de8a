"""compare_with_go.py OUTLIVE GO FILE.go...: the Go compiler as judge of one program.

Both build the program and tell what escapes; what they say is compared as a set of (line, text) without columns (the Go
compilers differ among themselves there), what the programs print to the letter. Go 1.19 is the judge, so its language version
and its model are asked of Outlive. Status 1, with the differences, where they are not the same."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

LINE = re.compile(r"^(?:\./)?[^:\s]+\.go:(\d+):\d+: (.*)$")
SPOKEN = re.compile(r"moved to heap: |escapes to heap$|does not escape$|^leaking param")


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, **more)


def verdicts(text):
    found = set()
    for line in text.splitlines():
        match = LINE.match(line)
        if match and SPOKEN.search(match.group(2)):
            found.add((int(match.group(1)), match.group(2)))
    return found


def must_succeed(result, what):
    if result.returncode:
        sys.exit(f"{what} failed with status {result.returncode}:\n{result.stdout}{result.stderr}")
    return result


def go_says(go, files, folder):
    """Builds in module-less mode with a cache that outlives this run: the first build compiles Go's own library."""
    environment = dict(os.environ, GO111MODULE="off", GOFLAGS="")
    environment.setdefault("GOCACHE", os.path.join(tempfile.gettempdir(), f"outlive-go-cache-{os.getuid()}"))
    copies = [shutil.copy(f, folder) for f in files]
    program = os.path.join(folder, "program")
    built = must_succeed(
        run([go, "build", "-gcflags=-m -l", "-o", program, *map(os.path.basename, copies)], cwd=folder, env=environment),
        "go build")
    return verdicts(built.stderr), run([program])


def outlive_says(outlive, files):
    flags = ["-lang=go1.19", "-model=gc"]
    checked = must_succeed(run([outlive, "check", "-m", *flags, *files]), "outlive check")
    return verdicts(checked.stderr), run([outlive, "run", *flags, *files])


def main():
    outlive, go, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        go_verdicts, go_run = go_says(go, files, folder)
    our_verdicts, our_run = outlive_says(outlive, files)
    for line, text in sorted(go_verdicts - our_verdicts):
        print(f"only go says      {line}: {text}")
    for line, text in sorted(our_verdicts - go_verdicts):
        print(f"only outlive says {line}: {text}")
    same_run = True
    for name in ("stdout", "stderr", "returncode"):
        theirs, ours = getattr(go_run, name), getattr(our_run, name)
        if theirs != ours:
            same_run = False
            print(f"{name} of go:      {theirs!r}\n{name} of outlive: {ours!r}")
    sys.exit(go_verdicts != our_verdicts or not same_run)


main()
