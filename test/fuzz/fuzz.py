#!/usr/bin/env python3
"""Random Go programs about captures, and files that are given, before all judges (docs/fuzz.md).

    fuzz.py BUILD [-n N] [-seed S] [-lang go1.N] [-batch B] [-jobs J] [-keep FOLDER] [-tries T]
    fuzz.py BUILD [-lang go1.N] [-jobs J] [-known FILE] FILE…
    fuzz.py BUILD -necessity [-n N] [-seed S] [-verdicts V] …

Programs are judged many at a time; those of a file against which something is said are judged one by one. What fails is reduced and kept.
The last line is the sum: `N programs, S sites, H heap verdicts, D disagreements`. Status 1 if there is a disagreement.
"""
import argparse
import concurrent.futures
import os
import re
import sys
import tempfile

import generate
import necessity
from judges import MODELS, judge
from reduce import reduce
from tools import Tools

OLDER, NEWER = "go1.19", "go1.22"
EACH_OPTIMISED = 4   # one in so many files is compiled with -O2 as well


def suspects(findings, text, seeds):
    """The programs of a file that findings are about: by their lines, or by names in what is told. All, where neither tells."""
    starts = generate.first_lines(text)
    found = set()
    for f in findings:
        at = re.match(r"only \w+ says (\d+):", f.detail)
        if at:
            named = {generate.program_at(starts, int(at.group(1)))} - {None}
        else:
            named = {int(seed) for seed in re.findall(r"\bp(\d+)", f.detail)} & set(seeds)
        if not named:
            return seeds
        found |= named
    return sorted(found)


def known_findings(path):
    """Name of a file → what is said against it, from lines `NAME: FINDING`; a reason stands above them, behind #."""
    known = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                name, finding = line.rstrip("\n").split(": ", 1)
                known.setdefault(name, set()).add(finding)
    return known


class Fuzz:
    def __init__(self, args):
        self.args, self.tools = args, Tools(args.build)
        self.programs = self.sites = self.heap = self.disagreements = self.reduced = 0
        self.kept = args.keep

    # ---- judging ----

    def judge_text(self, text, lang, **more):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "program.go")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            return judge(self.tools, path, folder, lang, **more)

    def judge_batch(self, batch):
        """(judged, [(seed, judged)] of the programs against which something is said)"""
        number, seeds, lang = batch
        optimised = MODELS[number // EACH_OPTIMISED % 2] if number % EACH_OPTIMISED == 0 else None
        text = generate.batch(seeds, lang)
        together = self.judge_text(text, lang, optimised=optimised)
        if not together.findings:
            return together, []
        if len(seeds) == 1:
            return together, [(seeds[0], together)]
        guilty = []
        for seed in suspects(together.findings, text, seeds):
            alone = self.judge_text(generate.batch([seed], lang), lang, optimised=optimised)
            if alone.findings:
                guilty.append((seed, alone))
        return together, guilty

    # ---- telling ----

    def folder(self):
        if not self.kept:
            self.kept = tempfile.mkdtemp(prefix="outlive-fuzz-")
        os.makedirs(self.kept, exist_ok=True)
        return self.kept

    def keep(self, name, text, findings, header):
        path = os.path.join(self.folder(), name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(f"// {line}\n" for f in findings for line in f"{f.judge}: {f.detail}".split("\n")) + f"// {header}\n" + text)
        return path

    def tell_program(self, seed, lang, judged):
        first = judged.findings[0]
        self.disagreements += 1
        print(f"seed {seed}, -lang={lang}: {first.judge}: {first.detail}", flush=True)
        text = generate.batch([seed], lang)
        again = f"./dev fuzz -n 1 -seed {seed} -lang {lang}"
        self.keep(f"{seed}.go", text, judged.findings, again)
        if self.reduced < self.args.reduce:
            self.reduced += 1
            smaller = reduce(text, lambda t: any(f.judge == first.judge for f in self.judge_text(t, lang, wanted=first.judge).findings), self.args.tries)
            print("    reduced:", self.keep(f"{seed}-reduced.go", smaller, judged.findings[:1], again), flush=True)

    # ---- random programs ----

    def batches(self):
        """(number, seeds, language version): both versions take turns."""
        seeds = list(range(self.args.seed, self.args.seed + self.args.n))
        for number, first in enumerate(range(0, len(seeds), self.args.batch)):
            lang = self.args.lang or (OLDER if number % 2 == 0 else NEWER)
            yield number, seeds[first:first + self.args.batch], lang

    def random_programs(self):
        batches = list(self.batches())
        with concurrent.futures.ThreadPoolExecutor(self.args.jobs) as pool:
            for (_, seeds, lang), (together, guilty) in zip(batches, pool.map(self.judge_batch, batches)):
                self.programs += len(seeds)
                self.sites += together.sites
                self.heap += together.heap
                for seed, judged in guilty:
                    self.tell_program(seed, lang, judged)
                if together.findings and not guilty:
                    self.disagreements += 1
                    f = together.findings[0]
                    print(f"seeds {seeds[0]} to {seeds[-1]}, -lang={lang}, only together: {f.judge}: {f.detail}", flush=True)

    def necessity(self):
        """The share of heap verdicts that are proven necessary, by model."""
        batches = list(self.batches())
        tried = {model: {} for model in MODELS}
        with concurrent.futures.ThreadPoolExecutor(self.args.jobs) as pool:
            for measured in pool.map(lambda b: necessity.measure(self.tools, b[1], b[2], self.args.verdicts), batches):
                for model in MODELS:
                    tried[model].update({(len(tried[model]), i): proven for i, proven in measured[model].items()})
        for model in MODELS:
            print(f"-model={model}: {necessity.share(tried[model].values())}")
        return 0

    # ---- files ----

    def language_of(self, path):
        """The Go compiler's, if the program is one of that; else the newest."""
        return OLDER if self.tools.ask("lower", "-storage=stack", "-o", os.devnull, f"-lang={OLDER}", path).status == 0 else None

    def judge_file(self, path):
        with tempfile.TemporaryDirectory() as folder:
            return judge(self.tools, os.path.abspath(path), folder, self.args.lang or self.language_of(path), words=False)

    def files(self):
        known = known_findings(self.args.known) if self.args.known else {}
        with concurrent.futures.ThreadPoolExecutor(self.args.jobs) as pool:
            for path, judged in zip(self.args.files, pool.map(self.judge_file, self.args.files)):
                self.programs += 1
                self.sites += judged.sites
                self.heap += judged.heap
                expected = known.get(os.path.basename(path), set())
                found = {f"{f.judge}: {f.detail}" for f in judged.findings}
                self.disagreements += found != expected
                for finding in sorted(found - expected):
                    print(f"{path}: {finding}", flush=True)
                for finding in sorted(expected - found):
                    print(f"{path}: no longer so: {finding}", flush=True)

    def run(self):
        if self.args.necessity:
            return self.necessity()
        if self.args.files:
            self.files()
        else:
            self.random_programs()
        if self.kept and self.disagreements:
            print(f"kept in {self.kept}")
        print(f"{self.programs} programs, {self.sites} sites, {self.heap} heap verdicts, {self.disagreements} disagreements")
        return 1 if self.disagreements else 0


def main():
    parser = argparse.ArgumentParser(prog="./dev fuzz", description="random programs before all judges")
    parser.add_argument("build", help=argparse.SUPPRESS)
    parser.add_argument("-n", type=int, default=300, help="how many programs")
    parser.add_argument("-seed", type=int, default=1, help="of the first one; the next one has the next")
    parser.add_argument("-lang", help="language version; else go1.19 and go1.22 take turns")
    parser.add_argument("-batch", type=int, default=50, help="programs in one file")
    parser.add_argument("-jobs", type=int, default=os.cpu_count(), help="files at a time")
    parser.add_argument("-keep", metavar="FOLDER", help="where failing programs go")
    parser.add_argument("-reduce", type=int, default=5, metavar="N", help="reduce the first N failing programs")
    parser.add_argument("-tries", type=int, default=600, help="of a reduction")
    parser.add_argument("-necessity", action="store_true", help="try heap verdicts on the stack, one by one, instead")
    parser.add_argument("-verdicts", type=int, default=12, metavar="N", help="of each program are tried")
    parser.add_argument("-known", metavar="FILE", help="what may be said against given files, and has to be: lines NAME: FINDING")
    parser.add_argument("files", nargs="*", help="Go programs to be judged instead")
    return Fuzz(parser.parse_intermixed_args()).run()


if __name__ == "__main__":
    sys.exit(main())
