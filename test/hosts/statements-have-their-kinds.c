// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int statements(int x, void *p) {
    if (x) // CHECK: if [[#@LINE]]:5
        ;  // CHECK: then empty
    else if (p) // CHECK: else if [[#@LINE]]:10
        x = 1;
    else // CHECK: else block
    {
    }
    switch (x) { // CHECK: switch [[#@LINE]]:5
    case 1:      // CHECK: case [[#@LINE]]:5
    case 2 ... 4: // CHECK-NEXT: case [[#@LINE]]:5
        x++;
        __attribute__((fallthrough)); // CHECK: empty
    default: // CHECK: case [[#@LINE]]:5
    again:   // CHECK-NEXT: label again
        x--;
        break; // CHECK: break
    }
    static void *labels[] = {&&again, &&end};
    // CHECK: static-local labels 'void *[2]'
    // CHECK: label-address again
    goto *labels[x]; // CHECK: goto [[#@LINE]]:5
    // CHECK-NEXT: index 'void *'
end:
    asm("" : "+r"(x) : "r"(p)); // CHECK: asm [[#@LINE]]:5
    // CHECK-NEXT: var x
    // CHECK-NEXT: var p
    if (x)
        goto end; // CHECK: goto end
    return x;
}
