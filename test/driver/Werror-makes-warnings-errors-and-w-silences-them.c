// RUN: bash -c '%outlive check %s 2>%t; test $? = 0' && FileCheck --check-prefix=WARNING %s <%t
// RUN: bash -c '%outlive check -Werror %s 2>%t; test $? = 1' && FileCheck --check-prefix=ERROR %s <%t
// RUN: bash -c '%outlive check -w -Werror %s 2>%t; test $? = 0' && count 0 <%t

static int *kept;

void keep(void) {
    int local = 0; // WARNING: [[#@LINE]]:9: warning: 'local' must be heap-allocated: {{.*}} [-Wheap-capture]
    kept = &local; // ERROR: [[#@LINE-1]]:9: error: 'local' must be heap-allocated: {{.*}} [-Werror,-Wheap-capture]
}

// WARNING-NEXT: {{^}}    8 |     int local = 0;
// WARNING-NEXT: {{^}}      |         ^
// WARNING: [[#@LINE-5]]:{{[0-9]+}}: note:

int *current(void) {
    return kept;
}
