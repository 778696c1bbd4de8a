// RUN: %outlive lower -dump=types %s | FileCheck %s
package main

func main() {
again:
	for i := range []int{1, 2} {
		switch i {
		case 0:
			break // CHECK: [[@LINE]]:4: break to 7:3
		case 1:
			continue // CHECK: [[@LINE]]:4: continue to 6:2
		case 2:
			break again // CHECK: [[@LINE]]:4: break to 6:2
		case 3:
			goto again // CHECK: [[@LINE]]:4: goto to 5:1
		case 4:
			goto end // CHECK: [[@LINE]]:4: goto to 25:1
		}
		select {
		default:
			break // CHECK: [[@LINE]]:4: break to 19:3
		}
		continue again // CHECK: [[@LINE]]:3: continue to 6:2
	}
end:
}
