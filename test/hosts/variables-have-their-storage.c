// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

extern int elsewhere;
extern int here;
int here;
static int *internal = &here; // CHECK: global here 'int' [[#@LINE-1]]:5
// CHECK-NEXT: global internal 'int *' internal [[#@LINE-1]]:13
_Thread_local int thread; // CHECK: global thread 'int' thread-local

int use(int parameter) {       // CHECK: global elsewhere 'int' extern
    static int once; // CHECK: static-local once 'int' [[#@LINE]]:16
    register int local = 1; // CHECK: local local 'int'
    extern int here;
    return elsewhere + once + local + here + *internal + thread;
}
