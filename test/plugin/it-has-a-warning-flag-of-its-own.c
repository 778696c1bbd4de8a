// RUN: %clang -Wno-unknown-warning-option -Wno-heap-capture -fsyntax-only -fplugin=%plugin %s 2>&1 | count 0
// RUN: not %clang -Wno-unknown-warning-option -Werror=heap-capture -fsyntax-only -fplugin=%plugin %s 2>&1 | FileCheck --check-prefix=ERROR %s
// RUN: %clang -Wno-unknown-warning-option -Werror -Wno-error=heap-capture -fsyntax-only -fplugin=%plugin %s 2>&1 | FileCheck --check-prefix=WARNING %s

int *global;

void keeps(void) {
    int x = 0; // ERROR: [[#@LINE]]:9: error: 'x' must be heap-allocated
    global = &x; // WARNING: [[#@LINE-1]]:9: warning: 'x' must be heap-allocated
}
