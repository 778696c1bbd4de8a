"""Runs commands and says what they cost: the best of several runs, those of all sides by turns, so that what else the machine
does meets each of them."""
import os
import subprocess
import sys
import tempfile
import threading
import time


class Cost:
    """Seconds on the clock, seconds of the processors, peak megabytes: of each the least that any run needed."""

    def __init__(self):
        self.elapsed = self.processor = self.megabytes = float("inf")
        self.output = ""

    def add(self, elapsed, usage, output):
        self.elapsed = min(self.elapsed, elapsed)
        self.processor = min(self.processor, usage.ru_utime + usage.ru_stime)
        self.megabytes = min(self.megabytes, usage.ru_maxrss / 1024)
        self.output = output

    def json(self):
        return {"elapsed": self.elapsed, "processor": self.processor, "megabytes": self.megabytes}


def run(cost, command, environment=None):
    """One run of the command, added to `cost`. A command that fails ends the measurement, since its figures would mean nothing;
    so does one that takes ten minutes."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment)
        timer = threading.Timer(600, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.monotonic() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode:
        sys.exit("bench: status %d: %s\n%s" % (process.returncode, " ".join(command), text[:2000]))
    cost.add(elapsed, usage, text)
    return cost


def by_turns(commands, repeat, before_each=lambda: None, **how):
    """The costs of {name: command}: every command once, then every command again, `repeat` times."""
    costs = {name: Cost() for name in commands}
    for _ in range(repeat):
        for name, command in commands.items():
            before_each()
            run(costs[name], command, **how)
    return costs
