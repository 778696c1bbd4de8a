// RUN: %clang -fsyntax-only -w -fplugin=%plugin -fplugin-arg-outlive-dump=flow %s 2>/dev/null | FileCheck %s
// RUN: %clang -fsyntax-only -w -fplugin=%plugin -fplugin-arg-outlive-dump=dot %s 2>/dev/null | FileCheck --check-prefix=DOT %s
//
// One line per constraint: places with their loads (->), fields (+bytes) and shifts ([bytes]).

struct env { int *a, *b; };
struct fn { int (*code)(void *); void *env; };
static int *global;
void unseen(int **p);

// CHECK-LABEL: function body: batch {{[0-9]+}}, literal in make
// CHECK: e = env
static int body(void *env) {
    struct env *e = env;
    return *e->a;
}

// CHECK-LABEL: function make: batch
// CHECK-DAG: variable x: block 0, loops 0, site
// CHECK-DAG: e+8 = &x
// CHECK-DAG: {result} = &body
// CHECK-DAG: {result}+8 = &e
// CHECK-DAG: pair body with &e
struct fn make(void) {
    int x = 0;
    struct env e;
    e.b = &x;
    return (struct fn){body, &e};
}

// CHECK-LABEL: function loads: batch
// CHECK-DAG: {temp}@[[#@LINE+6]]:16 = p[8]
// CHECK-DAG: q = {temp}@[[#@LINE+5]]:16[8]->
// CHECK-DAG: global = p->
// CHECK-DAG: {heap} = p    assumed: a pointer is cast to an integer
// CHECK-DAG: call unseen(p)
void loads(int **p, long *out) {
    int *q = *(&p[1] + 2);
    global = *p;
    *out = (long)p;
    unseen(p);
    (void)q;
}

// What an arrow touches, function by function; of headers' functions their names. Colours are verdicts.
// DOT: digraph flows {
// DOT: label="body";
// DOT: label="make";
// DOT-DAG: [[X:n[0-9]+]] [label="x" shape=box style=filled fillcolor=orange];
// DOT-DAG: [[E:n[0-9]+]] [label="e" shape=box style=filled fillcolor=orange];
// DOT: label="loads";
// DOT-DAG: [[P:n[0-9]+]] [label="p" shape=ellipse];
// DOT-DAG: [[HEAP:n[0-9]+]] [label="{heap}" shape=doublecircle];
// DOT-DAG: [[UNSEEN:n[0-9]+]] [label="unseen()" shape=cds];
// DOT-DAG: [[GLOBAL:n[0-9]+]] [label="global" shape=cylinder];
// DOT-DAG: [[X]] -> [[E]] [label="& into .b"];
// DOT-DAG: [[P]] -> [[GLOBAL]] [label="*"];
// DOT-DAG: [[P]] -> [[HEAP]] [label="" style=dashed color=red];
// DOT-DAG: [[P]] -> [[UNSEEN]] [label="" style=dotted];
// DOT: }
