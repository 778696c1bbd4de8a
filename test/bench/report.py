"""Tables for people, and the goals: what was to be reached and what was."""
import math


def geometric_mean(numbers):
    return math.exp(sum(math.log(n) for n in numbers) / len(numbers))


def growth(sizes, seconds):
    """The exponent e of seconds ~ size^e over the last step, where the time to start no longer counts; None for one size."""
    if len(sizes) < 2:
        return None
    return math.log(seconds[-1] / seconds[-2]) / math.log(sizes[-1] / sizes[-2])


def count(n):
    """12345678 as 12.3M."""
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if n >= size * 10:
            return "%.0f%s" % (n / size, unit)
        if n >= size:
            return "%.1f%s" % (n / size, unit)
    return "%d" % n


def table(title, header, rows):
    """Rows of text under a header; the first column to the left, the others to the right."""
    widths = [max(len(row[i]) for row in [header] + rows) for i in range(len(header))]
    print("\n%s\n" % title)
    for row in [header] + rows:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  " + "   ".join(cells).rstrip())


class Goals:
    def __init__(self):
        self.all = []

    def add(self, goal, figure, reached):
        self.all.append({"goal": goal, "figure": figure, "reached": bool(reached)})

    def show(self):
        table("Goals", ["goal", "figure", "reached"],
              [[g["goal"], g["figure"], "yes" if g["reached"] else "no"] for g in self.all])
