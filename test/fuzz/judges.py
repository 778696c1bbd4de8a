"""Everything that judges one Go program, and what they say against it.

The lowering with every object on the heap is right whatever the analysis says: what it prints is what the decided ones must print. Those are
compiled with the checker, which may find nothing, and with AddressSanitizer (uses after return included) and UndefinedBehaviorSanitizer, which
may report nothing. Where the Go compiler is, its program must print the same, and what it says of each line (-m) -model=gc must say too.
"""
import collections
import json
import os
import re

from older_loops import with_older_loops
from tools import SANITIZE, SANITIZER_REPORT, run, run_program, run_sanitized

MODELS = ("precise", "gc")

# The judges: name, what a finding of it means. {} is the model.
JUDGES = {
    "valid": "the program has errors, or a tool fails",
    "go builds": "the Go compiler refuses it",
    "re-check {}": "the decided C is refused by the checker",
    "sanitizers {}": "a sanitizer reports a use of something that is gone, or something undefined",
    "output {}": "the decided program prints something else than the all-heap one",
    "optimised {}": "so does the one that is compiled as the command does, with -O2 and the plugin, over the collector",
    "subset": "the default model flags what -model=gc does not",
    "output go": "the Go compiler's program prints something else than the all-heap one",
    "verdicts go": "-m of -model=gc says something else than the Go compiler",
}

Finding = collections.namedtuple("Finding", "judge detail")


class Judged:
    def __init__(self):
        self.findings, self.sites, self.heap = [], 0, 0

    def against(self, judge, detail):
        self.findings.append(Finding(judge, detail))


SPOKEN = re.compile(r"moved to heap: |escapes to heap$|does not escape$|^leaking param")
LINE = re.compile(r"^(?:\S*/)?[^:\s/]+\.go:(\d+):(?:\d+:)? (.*)$", re.M)   # the Go compiler tells no column past 255


CALL = re.compile(r"^(?!make\(|new\().*\) (?=escapes to heap$|does not escape$)")
EXPRESSION = re.compile(r"^.* (?=escapes to heap$|does not escape$)")


def lines_of_m(text, words):
    """What -m says, without columns and without the words for a call whose result is meant: the Go compiler has rewritten calls by then
    (`.autotmp_3()`, `(*T).M(x)`). Without `words`: nor those of any other expression, of which it has rewritten many more."""
    dropped = CALL if words else EXPRESSION
    return collections.Counter((int(line), dropped.sub("call ", said)) for line, said in LINE.findall(text) if SPOKEN.search(said))


def without_moved_lines(theirs, ours):
    """What only one of them says, but for conversions that both tell: the line of an implicit one is its statement's for Go 1.19, and the
    operand's since."""
    moved = collections.Counter(text for _, text in theirs) & collections.Counter(text for _, text in ours)

    def differs(said):
        return said[1] not in moved or said[1].startswith(("moved to heap", "leaking param", "func literal"))

    return list(filter(differs, theirs)), list(filter(differs, ours))


TRACE = re.compile(r"\n\ngoroutine \d+ \[.*", re.S)


def without_trace(output):
    """What a panic prints before the stack, which the Go compiler's programs tell in full."""
    return TRACE.sub("\n", output)


def unlike(one, other):
    """The first line in which two outputs differ."""
    for number, (a, b) in enumerate(zip(one.split("\n") + [None], other.split("\n") + [None]), 1):
        if a != b:
            return f"line {number}: {a!r}, {b!r}"
    return "one is longer"


class Bench:
    """The judges, sitting over one file. `wanted` names those whose finding is of interest (None: all); words: those for expressions in -m are
    compared."""

    def __init__(self, tools, path, folder, lang, wanted=None, optimised=None, forced=None, words=True):
        self.tools, self.path, self.folder, self.lang = tools, path, folder, [f"-lang={lang}"] if lang else []
        self.older_loops = lang is None or int(lang.split(".")[1]) >= 22
        self.wanted, self.optimised, self.forced, self.words = wanted, optimised, forced, words
        self.judged = Judged()
        self.oracle = None

    def asks(self, *names):
        return self.wanted is None or any(name == self.wanted for name in names)

    def file(self, name):
        return os.path.join(self.folder, name)

    # ---- the tools ----

    def outlive(self, *words):
        """What the command prints; None, and a finding, where it fails."""
        done = self.tools.ask(*words, *self.lang, self.path)
        if done.status != 0:
            self.judged.against("valid", f"outlive {' '.join(words)}: status {done.status}: {done.output.strip()[:600]}")
            return None
        return done.output

    def built(self, c_file, executable, flags, heap, judge):
        done = self.tools.compile(c_file, executable, *flags, heap=heap)
        if done.status != 0:
            self.judged.against(judge, done.output.strip()[:1500])
        return done.status == 0

    # ---- one judge after the other ----

    def all_heap(self):
        """The oracle: False where there is none."""
        c_file, executable = self.file("heap.c"), self.file("heap")
        if self.outlive("lower", "-storage=heap", "-o", c_file) is None or not self.built(c_file, executable, ["-O0"], "gc", "valid"):
            return False
        self.oracle = run_program(executable)
        if self.oracle.status is None or self.oracle.status < 0:
            self.judged.against("valid", f"the all-heap program: status {self.oracle.status}")
            return False
        return True

    def same_output(self, judge, done):
        if done.status is None:
            self.judged.against(judge, "it does not end")
        elif (done.status, without_trace(done.output)) != (self.oracle.status, without_trace(self.oracle.output)):
            self.judged.against(judge, f"status {self.oracle.status} and {done.status}, {unlike(self.oracle.output, done.output)}")

    def verdicts(self, model):
        text = self.outlive("check", "-json", f"-model={model}")
        return None if text is None else [v for v in json.loads(text)["verdicts"] if "id" in v]   # others are no sites

    def decided(self, model):
        c_file = self.file(f"{model}.c")
        given = ["-verdicts", self.forced] if self.forced else []
        if self.outlive("lower", f"-model={model}", *given, "-o", c_file) is None:
            return
        executable = self.file(model)
        if not self.built(c_file, executable, ["-O0", *SANITIZE, *self.tools.recheck()], "none", f"re-check {model}"):
            if not self.asks(f"sanitizers {model}", f"output {model}") or not self.built(c_file, executable, ["-O0", *SANITIZE], "none", "valid"):
                return
        done = run_sanitized(executable)
        report = SANITIZER_REPORT.search(done.output)
        if report:
            self.judged.against(f"sanitizers {model}", report.group(0))
        else:
            self.same_output(f"output {model}", done)
        if self.optimised == model and self.built(c_file, executable, ["-O2", *self.tools.recheck()], "gc", "valid"):
            self.same_output(f"optimised {model}", run_program(executable))

    def subset(self, precise, gc):
        on_heap = {v["id"] for v in gc if v["storage"] == "heap"}
        for v in precise:
            if v["storage"] == "heap" and v["id"] not in on_heap:
                self.judged.against("subset", v["id"])

    def go(self):
        with open(self.path, encoding="utf-8") as file:
            text = file.read()
        source, executable = self.file("as_go.go"), self.file("as_go")
        with open(source, "w", encoding="utf-8") as file:
            file.write(with_older_loops(text) if self.older_loops else text)
        if os.path.exists(executable):
            os.remove(executable)   # for one that is up to date nothing would be said
        built = run([self.tools.go, "build", "-gcflags=-m -l", "-o", executable, "as_go.go"], cwd=self.folder, env=self.tools.go_environment)
        if built.status != 0:
            if self.words or not self.older_loops:   # a given program may need more of the newer language than its loops
                self.judged.against("go builds", built.output.strip()[:600])
            return
        if self.oracle and self.asks("output go"):
            self.same_output("output go", run_program(executable))
        if not self.older_loops and self.asks("verdicts go"):
            self.go_verdicts(built.output)

    def go_verdicts(self, said):
        ours = self.outlive("check", "-m", "-model=gc")
        if ours is None:
            return
        ours, theirs = lines_of_m(ours, self.words), lines_of_m(said, self.words)
        only_theirs, only_ours = without_moved_lines(theirs - ours, ours - theirs)
        for who, only in (("go", only_theirs), ("outlive", only_ours)):
            for line, text in sorted(only):
                self.judged.against("verdicts go", f"only {who} says {line}: {text}")

    def sit(self):
        verdicts = {model: self.verdicts(model) for model in MODELS} if self.asks("subset", "valid") else {}
        if verdicts:
            if None in verdicts.values():
                return self.judged
            self.judged.sites = len(verdicts["precise"])
            self.judged.heap = sum(v["storage"] == "heap" for v in verdicts["precise"])
            self.subset(verdicts["precise"], verdicts["gc"])
        if not self.asks("subset", "verdicts go") or self.wanted is None:
            if not self.all_heap():
                return self.judged
        for model in MODELS:
            if self.asks("valid", *(name.format(model) for name in JUDGES if "{}" in name)):
                self.decided(model)
        if self.tools.go and self.asks("go builds", "output go", "verdicts go"):
            self.go()
        return self.judged


def judge(tools, path, folder, lang, **more):
    return Bench(tools, path, folder, lang, **more).sit()
