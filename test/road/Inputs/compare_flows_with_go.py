"""compare_flows_with_go.py OUTLIVE GO FILE.go: the flows that -m=2 tells, against those of the Go compiler.

Compared are sets of (line, flow or operation), without the places of operations: columns differ among Go compilers. Go 1.19 is the
judge, so its language version and its model are asked of Outlive. Status 1, with the differences, where they are not the same."""
import os
import re
import sys
import tempfile

from compare_with_go import must_succeed, run

FLOW = re.compile(r"^(?:\./)?[^:\s]+\.go:(\d+):\d+:   +(flow: .*|from .*?)(?: at \S+)?$")


def flows(text):
    return {(int(m.group(1)), m.group(2)) for m in map(FLOW.match, text.splitlines()) if m}


def main():
    outlive, go, file = sys.argv[1:]
    environment = dict(os.environ, GO111MODULE="off", GOFLAGS="")
    environment.setdefault("GOCACHE", os.path.join(tempfile.gettempdir(), f"outlive-go-cache-{os.getuid()}"))
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "program")
        built = must_succeed(run([go, "build", "-gcflags=-m=2 -l", "-o", program, file], env=environment), "go build")
    checked = must_succeed(run([outlive, "check", "-m=2", "-lang=go1.19", "-model=gc", file]), "outlive check")
    ours, theirs = flows(checked.stderr), flows(built.stderr)
    for line, text in sorted(theirs - ours):
        print(f"only go says      {line}: {text}")
    for line, text in sorted(ours - theirs):
        print(f"only outlive says {line}: {text}")
    sys.exit(ours != theirs)


if __name__ == "__main__":
    main()
