// Words are made of words; where they get long they end with a hash of the type instead, the same in every unit.
//
// RUN: %outlive lower -storage=stack %s | FileCheck %s
// RUN: %outlive lower -storage=stack %s | not grep -E '[a-z0-9_]{130}'
// RUN: %outlive run %s 2>&1 | FileCheck --check-prefix=OUT %s

package main

type point struct{ n int }

// CHECK: typedef struct slice_slice_slice_slice_point {
// CHECK: typedef struct go_map *map_string_slice_{{[a-z_]+_[0-9a-f]+}};
// OUT: 1 2
func main() {
	short := [][][][]point{{{{point{1}}}}}
	long := map[string][][][][][][][][][][][][][][][][][][]point{}
	longer := [][][][][][][][][][][][][][][][][][][]point{nil, nil}
	long["a"] = longer[0]
	println(short[0][0][0][0].n, len(longer))
}
