// RUN: %clang -O2 -S -emit-llvm -fplugin=%plugin -o - %s | FileCheck %s
//
// Each function that may be moved from, and its neighbour where the object must stay.

struct table {
    int at[16];
};
__attribute__((malloc, alloc_size(1), annotate("outlive.allocates=zeroed"))) void *fresh(unsigned long bytes);
__attribute__((noinline)) static int sum(const struct table *t) {
    int s = 0;
    for (int i = 0; i < 16; i++)
        s += t->at[i];
    return s;
}
void unseen(struct table *t);
extern struct table *kept;

static struct table *new_table(int x) {
    struct table *t = fresh(sizeof *t);
    t->at[x & 15] = x;
    return t;
}

// CHECK-LABEL: define {{.*}} @looked_up(
// CHECK-NOT: call {{.*}} @fresh(
// CHECK: alloca [64 x i8], align 16
// CHECK: call void @llvm.memset
// CHECK-NOT: call {{.*}} @fresh(
// CHECK: ret i32
int looked_up(int x, int y) {
    struct table *t = new_table(x);
    return t->at[y & 15];
}

// CHECK-LABEL: define {{.*}} @kept_elsewhere(
// CHECK: call {{.*}} @fresh(
int kept_elsewhere(int x, int y) {
    struct table *t = new_table(x);
    kept = t;
    return t->at[y & 15];
}

// The call uses this frame now, so it is no tail call.
//
// CHECK-LABEL: define {{.*}} @passed_on(
// CHECK: alloca [64 x i8], align 16
// CHECK-NOT: tail call {{.*}} @sum(
// CHECK: call {{.*}} @sum(
int passed_on(int x) { return sum(new_table(x)); }

// CHECK-LABEL: define {{.*}} @passed_to_the_unknown(
// CHECK: call {{.*}} @fresh(
void passed_to_the_unknown(int x) { unseen(new_table(x)); }

// CHECK-LABEL: define {{.*}} @one_at_a_time(
// CHECK: alloca [64 x i8], align 16
// CHECK-NOT: call {{.*}} @fresh(
// CHECK: ret i32
int one_at_a_time(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
        struct table *a = new_table(i), *b = new_table(s);
        struct table *t = s & 1 ? a : b;
        t->at[s & 15]++;
        s += sum(t) + a->at[n & 15];
    }
    return s;
}

// Two of them live at the same time.
//
// CHECK-LABEL: define {{.*}} @the_last_one_too(
// CHECK: call {{.*}} @fresh(
int the_last_one_too(int n) {
    int s = 0;
    struct table *last = new_table(n);
    for (int i = 0; i < n; i++) {
        struct table *t = new_table(i);
        s += sum(t) - sum(last);
        last = t;
    }
    return s;
}

// CHECK-LABEL: define {{.*}} @too_large_for_every_frame(
// CHECK: call {{.*}} @fresh(
int too_large_for_every_frame(int x, int y) {
    int *numbers = fresh(2000);
    numbers[x & 255] = x;
    return numbers[y & 255];
}

// CHECK-LABEL: define {{.*}} @of_a_size_that_is_known_late(
// CHECK: call {{.*}} @fresh(
int of_a_size_that_is_known_late(int x, int y, unsigned long n) {
    int *numbers = fresh(n);
    numbers[x & 15] = x;
    return numbers[y & 15];
}

// Memory keeps what was stored since; a local would not.
//
// CHECK-LABEL: define {{.*}} @may_be_returned_to(
// CHECK: call {{.*}} @fresh(
int land(void) __attribute__((returns_twice));
int may_be_returned_to(int x, int y) {
    struct table *t = new_table(x);
    if (land())
        return t->at[y & 15];
    t->at[x & 15] = 2;
    unseen((void *)0);
    return 0;
}
