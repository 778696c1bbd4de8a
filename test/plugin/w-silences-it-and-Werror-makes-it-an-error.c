// RUN: %clang -fsyntax-only -fplugin=%plugin %s 2>&1 | FileCheck --check-prefix=WARNING %s
// RUN: %clang -w -fsyntax-only -fplugin=%plugin %s 2>&1 | count 0
// RUN: not %clang -Werror -fsyntax-only -fplugin=%plugin %s 2>&1 | FileCheck --check-prefix=ERROR %s
// RUN: %clang -w -Werror -fsyntax-only -fplugin=%plugin %s 2>&1 | count 0

int *global;

void keeps(void) {
    int x = 0;   // WARNING: [[#@LINE]]:9: warning: 'x' must be heap-allocated: it outlives 'keeps' [-Wheap-capture]
    global = &x; // ERROR: [[#@LINE-1]]:9: error: 'x' must be heap-allocated: it outlives 'keeps' [-Werror,-Wheap-capture]
}
// WARNING: [[#@LINE-2]]:5: note:
// WARNING: 1 warning generated.
// ERROR: 1 error generated.
