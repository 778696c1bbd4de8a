// RUN: not %clang -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-modell=gc %s 2>&1 | FileCheck %s
// CHECK: error: outlive: unknown argument 'modell=gc' (-fplugin-arg-outlive-help lists them)
int x;
