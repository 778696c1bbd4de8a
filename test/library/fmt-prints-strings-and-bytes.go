// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import "fmt"

type Name string

func main() {
	fmt.Printf("%s|%5s|%-5s|%.2s|%05s|%q|%#q|%+q|%x|%X|% x|%#x|%# x\n", "héllo", "ab", "ab", "héllo", "ab", "a\"b\n\x00é", "ab", "é⌘", "hi", "hi", "abc", "abc", "abc") // CHECK:héllo|   ab|ab   |hé|000ab|"a\"b\n\x00é"|`ab`|"\u00e9\u2318"|6869|6869|61 62 63|0x616263|0x61 0x62 0x63
	fmt.Printf("%s %v %x %q %d\n", []byte("ab"), []byte("ab"), []byte("ab"), []byte("ab"), []byte("ab"))                                                                // CHECK:ab [97 98] 6162 "ab" [97 98]
	fmt.Printf("%v %s %x\n", [3]byte{1, 2, 3}, [2]byte{'h', 'i'}, [2]byte{'h', 'i'})                                                                                    // CHECK:[1 2 3] hi 6869
	fmt.Printf("%q %s %v %x\n", []string{"a", "b c"}, []string{"a", "b"}, []string{"a b"}, []string{"a", "b"})                                                          // CHECK:["a" "b c"] [a b] [a b] [61 62]
	fmt.Printf("%#v %#v %#v %#v\n", "x\ty", []byte("ab"), []byte(nil), Name("n"))                                                                                       // CHECK:"x\ty" []byte{0x61, 0x62} []byte(nil) "n"
	fmt.Printf("%q %q %q %q\n", 'a', '\n', '\'', 0x10FFFF+1)                                                                                                            // CHECK:'a' '\n' '\'' '�'
	fmt.Printf("%q %q\n", "\xff\xfe", "\u200b\ufeff")                                                                                                                   // CHECK:"\xff\xfe" "\u200b\ufeff"
	fmt.Printf("%6q|%-6q|%.1q\n", "a", "a", "abc")                                                                                                                      // CHECK:   "a"|"a"   |"a"
	fmt.Printf("%c%c%c|%3c|%-3c|\n", 72, 0x4E16, -1, 'x', 'y')                                                                                                          // CHECK:H世�|  x|y  |
	fmt.Println(Name("n"), string(rune(0x1F600)), "", "end")                                                                                                            // CHECK:n 😀  end
}
