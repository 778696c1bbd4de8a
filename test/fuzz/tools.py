"""What the judges run: the command, the clang it was built for, the Go compiler; and how."""
import collections
import os
import re
import resource
import subprocess
import tempfile

GO = "/usr/lib/go-1.19/bin/go"
SECONDS = 120           # of a tool
RUN_SECONDS = 20        # of a program that was built
RUN_PROCESSOR = 10      # … on the processor
SANITIZERS = {
    "ASAN_OPTIONS": "detect_stack_use_after_return=1:detect_leaks=0:symbolize=0:hard_rss_limit_mb=2000",
    "UBSAN_OPTIONS": "symbolize=0",
}

# status is None where it took too long, and negative where a signal ended it.
Done = collections.namedtuple("Done", "status output")


def run(command, seconds=SECONDS, **more):
    """Runs a command; both of its streams are in the output, as they came."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds,
                              check=False, **more)
        return Done(done.returncode, done.stdout.decode(errors="replace"))
    except subprocess.TimeoutExpired as late:
        return Done(None, (late.stdout or b"").decode(errors="replace"))


def bounded():
    """In the child: a program that never ends must not take the machine along."""
    resource.setrlimit(resource.RLIMIT_CPU, (RUN_PROCESSOR, RUN_PROCESSOR))


def run_program(executable, *args, **more):
    return run([executable, *args], RUN_SECONDS, preexec_fn=bounded, **more)


def run_sanitized(executable, *args):
    return run_program(executable, *args, env=dict(os.environ, **SANITIZERS))


class Tools:
    """The build folder's command, plugin and runtime."""

    def __init__(self, build):
        build = os.path.abspath(build)
        self.outlive = os.path.join(build, "bin", "outlive")
        self.plugin = os.path.join(build, "lib", "outlive.so")
        self.include = os.path.join(build, "include")
        self.runtimes = {heap: os.path.join(build, "lib", f"liboutlive-rt-{heap}.a") for heap in ("gc", "none")}
        with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as cache:
            self.clang = next(line.split("=", 1)[1].strip() for line in cache if line.startswith("CLANG:"))
        self.c_flags = c_flags(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "driver", "c_flags.h"))
        self.go = GO if os.access(GO, os.X_OK) else None
        self.go_environment = dict(os.environ, GO111MODULE="off", GOFLAGS="")
        self.go_environment.setdefault("GOCACHE", os.path.join(tempfile.gettempdir(), f"outlive-go-cache-{os.getuid()}"))

    def ask(self, *words):
        return run([self.outlive, *words])

    def compile(self, c_file, executable, *flags, heap="gc"):
        libraries = [self.runtimes[heap], *(["-lgc"] if heap == "gc" else []), "-lpthread", "-lm"]
        return run([self.clang, *self.c_flags, *flags, "-I", self.include, "-o", executable, c_file, *libraries])

    def recheck(self):
        """Flags by which clang analyses the C that it compiles once more, and refuses what outlives its frame on the stack. By the default model,
        whatever decided: it takes what either model proves, and in decided C a literal that captures nothing cannot be told from a function."""
        return [f"-fplugin={self.plugin}", "-fplugin-arg-outlive-decided"]


def c_flags(header):
    """How lowered C is compiled, from the header that tells the command."""
    with open(header, encoding="utf-8") as file:
        return re.findall(r'"(-[^"]*)"', file.read())


# Left out are two checks: the runtime makes Go's panic of a fault at address 0, which -fno-delete-null-pointer-checks lets C do:
# `null`, and `function`, which reads what lies before the function that is called and so faults elsewhere where that is nil.
SANITIZE = ["-fsanitize=address,undefined", "-fno-sanitize=function,null", "-fno-sanitize-recover=all", "-fsanitize-address-use-after-return=always"]


SANITIZER_REPORT = re.compile(r"^.*ERROR: AddressSanitizer.*$|^\S+\.[ch]:\d+:\d+: runtime error: .*$", re.M)
