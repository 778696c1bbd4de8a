// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"
)

func main() {
	var b bytes.Buffer
	b.WriteString("hello ")
	fmt.Fprintf(&b, "%d", 42)
	b.WriteByte('!')
	fmt.Println(b.String(), b.Len()) // CHECK:hello 42! 9
	p := make([]byte, 5)
	n, err := b.Read(p)
	fmt.Println(n, err, string(p), b.String()) // CHECK:5 <nil> hello  42!
	line, err := b.ReadString('4')
	fmt.Println(line, err) // CHECK: 4 <nil>
	var room [4]byte
	in := bytes.NewBuffer(room[:0])
	size, _ := in.WriteRune('é')
	wrong, _ := in.WriteRune(-1)
	in.Write(bytes.Repeat([]byte("ab"), 100))
	fmt.Printf("%d %d %d %q %q\n", size, wrong, in.Len(), in.Next(6), room[:2]) // CHECK:2 3 205 "é�a" "é"
	in.Next(1000)
	in.WriteString("again")
	fmt.Println(in.Len(), in) // CHECK:5 again

	s := bufio.NewScanner(strings.NewReader("one\ntwo three\r\n\nlast"))
	for s.Scan() {
		fmt.Printf("%q ", s.Text())
	}
	fmt.Println(s.Err()) // CHECK:"one" "two three" "" "last" <nil>
	s = bufio.NewScanner(strings.NewReader("  now is\tthe  time\n"))
	s.Split(bufio.ScanWords)
	count := 0
	for s.Scan() {
		count++
	}
	fmt.Println(count) // CHECK:4

	r := bufio.NewReader(strings.NewReader("first\nsecond é"))
	text, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", text, err) // CHECK:"first\n" <nil>
	c, _ := r.ReadByte()
	r.UnreadByte()
	rest, err := r.ReadString('\n')
	fmt.Printf("%c %q %v\n", c, rest, err) // CHECK:s "second é" EOF

	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintln(w, strings.Repeat("x", 3), bytes.Equal([]byte("a"), []byte("a")), bytes.Contains([]byte("seafood"), []byte("foo"))) // CHECK:xxx true true
}
