package os

// arguments gives the program's name and arguments.
func arguments() []string

// Args is the command line: the program's name, then its arguments.
var Args = arguments()

// Exit ends the program at once; deferred calls are not run.
func Exit(code int)

// lookup finds a variable of the environment.
//
//go:noescape
func lookup(name string) (value string, found bool)

func LookupEnv(key string) (string, bool) {
	return lookup(key)
}

func Getenv(key string) string {
	value, _ := lookup(key)
	return value
}

// Environ is a copy of the environment, as "key=value".
func Environ() []string

func Getpid() int
