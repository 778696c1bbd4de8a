// Uses the packages of ../packages.txt, which test/gosuite/packages.py makes a module m of, and prints what they do.
package main

import (
	"fmt"
	"os"
	"strings"

	"m/bufio"
	"m/compress/bzip2"
	"m/compress/flate"
	"m/compress/lzw"
	"m/container/heap"
	"m/container/list"
	"m/container/ring"
	"m/encoding/ascii85"
	"m/encoding/base32"
	"m/encoding/hex"
	"m/go/build/constraint"
	"m/go/doc/comment"
	"m/hash"
	"m/hash/adler32"
	"m/hash/crc64"
	"m/hash/fnv"
	"m/html"
	"m/image/color"
	"m/internal/diff"
	"m/io"
	"m/math/bits"
	"m/math/rand"
	"m/regexp"
	"m/text/scanner"
	"m/text/tabwriter"
	"m/unicode"
	"m/unicode/utf16"
	"m/unicode/utf8"
)

func expressions() {
	pairs := regexp.MustCompile(`(\w+)@(\w+)\.(com|org)`)
	text := "ann@example.com, bob@site.org; eve@x.net"
	fmt.Printf("%q\n", pairs.FindAllStringSubmatch(text, -1))
	fmt.Println(pairs.ReplaceAllString(text, "$2:$1"), pairs.ReplaceAllStringFunc(text, strings.ToUpper))
	for _, p := range []string{`a*b+c?`, `^(a|b)*$`, `[^a-z]+`, `(?i)hello`, `\bfoo\b`, `x{2,3}`, `(`, `[z-a]`, `\pL+`, `(?P<year>\d{4})-(?P<month>\d\d)`} {
		r, err := regexp.Compile(p)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(r, r.NumSubexp(), r.SubexpNames(), r.FindStringIndex("xx aab HELLO foo 2020-11 ab éa"), r.MatchString("aab"))
	}
}

func tokens() {
	var s scanner.Scanner
	s.Init(strings.NewReader("x := 3.5 + foo(\"a\") // c\n 'z'"))
	s.Error = func(s *scanner.Scanner, msg string) { fmt.Println(s.Position, msg) }
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Println(s.Position, s.TokenText(), scanner.TokenString(tok))
	}
	words := bufio.NewScanner(strings.NewReader("one two\nthree"))
	words.Split(bufio.ScanWords)
	for words.Scan() {
		fmt.Print(words.Text(), "|")
	}
	fmt.Println()
}

func columns() {
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', tabwriter.AlignRight|tabwriter.Debug)
	defer w.Flush()
	fmt.Fprintln(w, "a\tbbb\tc")
	fmt.Fprintln(w, "aaaa\tb\tccccc")
}

type ints []int

func (h ints) Len() int            { return len(h) }
func (h ints) Less(i, j int) bool  { return h[i] < h[j] }
func (h ints) Swap(i, j int)       { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x interface{}) { *h = append(*h, x.(int)) }
func (h *ints) Pop() interface{} {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func containers() {
	l := list.New()
	for i := 0; i < 5; i++ {
		l.PushFront(i)
	}
	l.MoveToBack(l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	h := &ints{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	r, sum := ring.New(4), 0
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	r.Unlink(1).Do(func(x interface{}) { sum += 10 * x.(int) })
	r.Do(func(x interface{}) { sum += x.(int) })
	fmt.Println(sum)
}

func numbers() {
	r := rand.New(rand.NewSource(7))
	fmt.Println(r.Intn(100), r.Perm(6), r.Float64(), r.NormFloat64(), r.ExpFloat64())
	r.Shuffle(3, func(i, j int) { fmt.Print(i, j, " ") })
	high, low := bits.Mul64(1<<63, 6)
	fmt.Println(high, low, bits.OnesCount(255), bits.Reverse8(3), bits.Len(1000))
	fmt.Println(color.YCbCrToRGB(100, 90, 200))
	fmt.Println(color.GrayModel.Convert(color.RGBA{200, 100, 50, 255}), color.Palette{color.Black, color.White}.Index(color.Gray{200}))
	for _, h := range []hash.Hash{adler32.New(), crc64.New(crc64.MakeTable(crc64.ISO)), fnv.New64a(), fnv.New128()} {
		io.WriteString(h, "wiki")
		fmt.Println(hex.EncodeToString(h.Sum(nil)), h.Size())
	}
}

func texts() {
	fmt.Println(hex.EncodeToString([]byte("hello")), base32.StdEncoding.EncodeToString([]byte("hello")))
	fmt.Print(hex.Dump([]byte("hello, world of dumps")))
	var b strings.Builder
	e := ascii85.NewEncoder(&b)
	e.Write([]byte("some text here"))
	e.Close()
	fmt.Println(b.String())
	fmt.Println(html.EscapeString("<a href=\"x\">&</a>"), html.UnescapeString("&lt;&eacute;&#x41;&amp;"))
	x, err := constraint.Parse("//go:build (linux && 386) || (darwin && !cgo)")
	fmt.Println(x, err, x.Eval(func(t string) bool { return t == "darwin" }))
	fmt.Print(string(diff.Diff("a", []byte("1\n2\n3\n"), "b", []byte("1\n3\n4\n"))))
	var p comment.Parser
	var printer comment.Printer
	fmt.Print(string(printer.HTML(p.Parse("# Title\n\nText with [a link].\n\n  - one\n  - two\n\n\tcode\n\n[a link]: https://example.com"))))
	fmt.Println(utf16.Encode([]rune("a𝄞")), utf8.RuneCountInString("aé𝄞"), unicode.IsUpper('É'), string(unicode.SimpleFold('k')))
}

func streams() {
	var z strings.Builder
	w, _ := flate.NewWriter(&z, 6)
	for i := 0; i < 100; i++ {
		fmt.Fprintf(w, "line %d of text\n", i%7)
	}
	w.Close()
	out, err := io.ReadAll(flate.NewReader(strings.NewReader(z.String())))
	fmt.Println(z.Len(), len(out), err)
	var y strings.Builder
	lw := lzw.NewWriter(&y, lzw.LSB, 8)
	lw.Write(out)
	lw.Close()
	back, err := io.ReadAll(lzw.NewReader(strings.NewReader(y.String()), lzw.LSB, 8))
	fmt.Println(y.Len(), string(back) == string(out), err)
	packed, _ := hex.DecodeString("425a68393141592653594eece83600000251800010400006449080200031064c4101a7a9a580bb9431f8bb9229c28482776741b0")
	hello, err := io.ReadAll(bzip2.NewReader(strings.NewReader(string(packed))))
	fmt.Printf("%q %v\n", hello, err)
	from, to := io.Pipe()
	go func() {
		fmt.Fprint(to, "through a pipe")
		to.Close()
	}()
	got, err := io.ReadAll(io.TeeReader(io.LimitReader(from, 9), os.Stdout))
	fmt.Println(len(got), err)
}

func main() {
	expressions()
	tokens()
	columns()
	containers()
	numbers()
	texts()
	streams()
}
