"""How many heap verdicts are proven necessary: each is put on the stack alone, and the program is watched.

A verdict is proven necessary when the program with that one object on the stack prints something else, or AddressSanitizer reports a use of
what is gone. One that is not proven may be necessary all the same: the run did not come by, or did not use what was kept. So the share is a lower
bound of the model's precision on these programs.

Programs of one file share nothing, so one verdict of each is tried at a time, and each program is run by itself.
"""
import json
import os
import random
import tempfile

import generate
from judges import MODELS
from tools import SANITIZE, SANITIZER_REPORT, run_program, run_sanitized


def is_tried(v):
    """Has this verdict been decided by flows, about an object that has bytes?"""
    return ("id" in v and v["storage"] == "heap" and not v["byNature"] and v.get("bytes", 1) > 0 and not v["name"].startswith("constant "))


class Trial:
    """One file of programs, and what its verdicts are tried on."""

    def __init__(self, tools, seeds, lang, most, folder):
        self.tools, self.seeds, self.lang, self.most, self.folder = tools, seeds, [f"-lang={lang}"], most, folder
        self.path = os.path.join(folder, "program.go")
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(generate.batch(seeds, lang))
        self.right = self.outputs("-storage=heap", ["-O0"], "gc", seeds)

    def outputs(self, how, flags, heap, seeds):
        """What each program prints, and its status."""
        c_file, executable = os.path.join(self.folder, "program.c"), os.path.join(self.folder, "program")
        for done in (self.tools.ask("lower", *how.split(), *self.lang, "-o", c_file, self.path),
                     self.tools.compile(c_file, executable, *flags, heap=heap)):
            if done.status != 0:
                raise RuntimeError(done.output)
        run = run_sanitized if heap == "none" else run_program
        return {seed: run(executable, generate.prefix_of(seed)) for seed in seeds}

    def heap_verdicts(self, model):
        """Those that are tried, by program: at most so many of each, picked by its seed."""
        done = self.tools.ask("check", "-json", f"-model={model}", *self.lang, self.path)
        with open(self.path, encoding="utf-8") as file:
            starts = generate.first_lines(file.read())
        found = {seed: [] for seed in self.seeds}
        for v in json.loads(done.output)["verdicts"]:
            seed = generate.program_at(starts, v["line"])
            if seed is not None and is_tried(v):
                found[seed].append(v["id"])
        return {seed: random.Random(seed).sample(ids, min(self.most, len(ids))) for seed, ids in found.items()}

    def necessary(self, model):
        """{id: proven} of the verdicts that were tried."""
        tried = self.heap_verdicts(model)
        proven = {}
        for turn in range(max(map(len, tried.values()))):
            ids = {seed: tried[seed][turn] for seed in self.seeds if turn < len(tried[seed])}
            edited = os.path.join(self.folder, "edited.json")
            with open(edited, "w", encoding="utf-8") as file:
                json.dump({"verdicts": [{"id": i, "storage": "stack"} for i in ids.values()]}, file)
            done = self.outputs(f"-model={model} -verdicts {edited}", ["-O0", *SANITIZE], "none", ids)
            for seed, i in ids.items():
                proven[i] = bool(SANITIZER_REPORT.search(done[seed].output)) or done[seed] != self.right[seed]
        return proven


def measure(tools, seeds, lang, most):
    """{model: {id: proven}} of one file of programs."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(tools, seeds, lang, most, folder)
        return {model: trial.necessary(model) for model in MODELS}


def share(proven):
    necessary = sum(proven)
    return f"{necessary} of {len(proven)} heap verdicts proven necessary ({100 * necessary / max(1, len(proven)):.0f} %)"
