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
    done = os.wait4(subprocess.Popen(command).pid, 0)
    if done[1]:
        sys.exit(f"{' '.join(command)}: status {done[1]}")
    return done[2].ru_maxrss


def tell(what, c_file):
    parse = (clang, "-fsyntax-only", "-w", "-I", include, c_file)
    alone, both = peak(*parse), peak(*parse, f"-fplugin={plugin}", "-fplugin-arg-outlive-decided")
    print(f"{what}: " + ("less than a half" if 2 * (both - alone) < alone else f"{both - alone} KB on top of {alone}"))


checker_speed.write_file(f"{scratch}.c", LINES)
tell("by hand", f"{scratch}.c")
lowering_speed.write_program(f"{scratch}.go", LINES // 2)   # a line of Go is two of C
subprocess.run([outlive, "lower", "-o", f"{scratch}.c", f"{scratch}.go"], check=True)
tell("lowered and decided", f"{scratch}.c")
