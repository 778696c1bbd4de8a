// REQUIRES: pty
// RUN: env -u NO_COLOR TERM=xterm %outlive map %s >%t && %python -c "import sys; sys.exit(b'\x1b[' in open('%t', 'rb').read())"
// RUN: env -u NO_COLOR TERM=xterm %python -c "import pty; pty.spawn(['%outlive', 'map', '%s'])" </dev/null >%t && grep -q "Heap" %t && %python -c "import sys; sys.exit(b'\x1b[' not in open('%t', 'rb').read())"
// RUN: env NO_COLOR=1 TERM=xterm %python -c "import pty; pty.spawn(['%outlive', 'map', '%s'])" </dev/null >%t && grep -q "Heap" %t && %python -c "import sys; sys.exit(b'\x1b[' in open('%t', 'rb').read())"
package main

var kept *int

func main() {
	n := 1
	kept = &n
}
