// RUN: env COLUMNS=80 %outlive map %s | FileCheck %s
package main

func each(list []int, do func(int)) {
	for _, x := range list {
		do(x)
	}
}

func main() {
	sum, scale := 0, 2
	each([]int{1, 2}, func(x int) {
		sum += x * scale
	})
	println(sum)
}

// CHECK: Stack
// CHECK: main
// CHECK: sum int 8 B ◀{{.*}}┐
// CHECK: environment of main.func1 16 B
// CHECK-NEXT: +0 sum *int 8 B  address of sum {{.*}}┘
// CHECK-NEXT: +8 scale int 8 B  its value
// CHECK: Heap {{.*}} nothing outlives its frame
