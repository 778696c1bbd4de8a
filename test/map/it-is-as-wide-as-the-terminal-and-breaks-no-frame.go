// RUN: bash -c 'for w in 40 57 80 120; do COLUMNS=$w LC_ALL=C %outlive map %s | awk -v w=$w "length != w { exit 1 }" || exit 1; done'
// RUN: env COLUMNS=9 LC_ALL=C %outlive map %s | awk 'length != 40 { exit 1 }'
// RUN: env COLUMNS=40 LC_ALL=C %outlive map %s | FileCheck %s
package main

func aFunctionWithAVeryLongNameThatFitsNowhere(parameters map[string][]func(int) string) func() int {
	größe := len(parameters)
	return func() int { // CHECK: | gr??e
		größe++
		return größe
	}
}

func main() {
	println(aFunctionWithAVeryLongNameThatFitsNowhere(nil)(), "a constant that is longer than a narrow terminal is wide")
}
