"""Peak memory of clang, and what the plugin adds to it: added_memory.py ROOT CLANG PLUGIN OUTLIVE INCLUDE SCRATCH."""
import os
import subprocess
import sys

root, clang, plugin, outlive, include, scratch = sys.argv[1:]
sys.path.append(os.path.join(root, "test", "bench"))
import checker_speed
import lowering_speed

LINES = 100000


def peak(*command):
    """Of the command, in KB. Where it fails, so does this."""
    started = subprocess.Popen(command, stderr=subprocess.PIPE)
    said = started.stderr.read().decode()
    done = os.wait4(started.pid, 0)
    if done[1]:
        sys.exit(f"{' '.join(command)}: status {done[1]}\n{said}")
    return done[2].ru_maxrss


def tell(what, c_file, *flags):
    parse = (clang, "-fsyntax-only", "-Wno-everything", "-I", include, c_file)
    alone, both = peak(*parse), peak(*parse, f"-fplugin={plugin}", *flags)
    added = both - alone
    print(f"{what}: " + ("less than a half" if 2 * added < alone else "less than clang itself" if added < alone else f"{added} KB on top of {alone}"))


checker_speed.write_file(f"{scratch}.c", LINES)
tell("by hand", f"{scratch}.c", "-fplugin-arg-outlive-decided")
lowering_speed.write_program(f"{scratch}.go", LINES // 2)   # a line of Go is two of C
subprocess.run([outlive, "lower", "-o", f"{scratch}.c", f"{scratch}.go"], check=True)
tell("lowered and decided", f"{scratch}.c", "-fplugin-arg-outlive-decided")

for shape, size in (("one_long_function", 50000), ("chain_of_calls", 10000), ("cycle_of_functions", 1000), ("wide_environment", 1000)):
    with open(f"{scratch}.c", "w") as out:
        subprocess.run([sys.executable, f"{root}/test/analysis/Inputs/shapes.py", shape, str(size)], stdout=out, check=True)
    tell(f"{shape} {size}", f"{scratch}.c", "-Wheap-capture")
