// RUN: %clang -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-help %s | FileCheck %s
// CHECK: -fplugin-arg-outlive-model=gc
// CHECK: -fplugin-arg-outlive-m=2
// CHECK: -fplugin-arg-outlive-dump=WHAT
// CHECK: -fplugin-arg-outlive-decided
int x;
