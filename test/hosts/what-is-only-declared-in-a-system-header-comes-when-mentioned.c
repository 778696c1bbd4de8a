// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

#include <stdio.h>
#include <stdlib.h>

int main(void) {
    puts("x");
    return EXIT_SUCCESS;
}
// CHECK-NOT: stdin
// CHECK: function main 'int (void)'
// CHECK-NOT: function printf
// CHECK: function puts 'int (const char *)' system
// CHECK-NOT: {{^function}}
