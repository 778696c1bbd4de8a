# The test-suite: one behaviour per file, a folder per stage. README.md says which folder tests which room.
import os
import shutil
import subprocess

import lit.formats

config.name = "outlive"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".go", ".c", ".test"]
config.excludes = ["Inputs", "bench"]
config.test_source_root = os.path.join(config.source_dir, "test")
config.test_exec_root = os.path.join(config.build_dir, "test")



def clang():
    """The clang of %clang. It has no sanitizer runtime in it, which a plugin that was built with one needs; so there it is a
    script that preloads it, for the plugin only: what else clang starts (the linker) is no concern of these tests. Leaks of the
    plugin are errors."""
    plain = os.path.join(config.llvm_bin, "clang")
    if not config.sanitize:
        return plain
    runtimes = [subprocess.run([config.c_compiler, "-print-file-name=" + name], capture_output=True, text=True, check=True)
                .stdout.strip() for name in ("libasan.so", "libubsan.so")]
    script = os.path.join(config.build_dir, "test", "clang-with-sanitizers")
    with open(script, "w") as out:
        out.write(f"""#!/bin/sh
case "$*" in
*-fplugin=*) LD_PRELOAD="{' '.join(map(os.path.realpath, runtimes))}" exec {plain} "$@" ;;
*) exec {plain} "$@" ;;
esac
""")
    os.chmod(script, 0o755)
    return script


GO = "/usr/lib/go-1.19/bin/go"
LIBRARIES = os.path.join(config.source_dir, "build-libraries")  # filled by test/libraries/Inputs/fetch.py

# Longer names first: lit replaces them one after another.
config.substitutions += [
    ("%outlive", os.path.join(config.build_dir, "bin", "outlive")),
    ("%plugin", os.path.join(config.build_dir, "test/plugin-sanitized" if config.sanitize else "lib", "outlive.so")),
    ("%include", os.path.join(config.build_dir, "include")),
    ("%clang", clang()),
    ("%llvm_bin", config.llvm_bin),
    ("%gcc", config.c_compiler),
    ("%python", config.python),
    ("%unit", os.path.join(config.build_dir, "test", "unit")),
    ("%hostile", os.path.join(config.build_dir, "test", "hostile-targets")),
    ("%root", config.source_dir),
    ("%build", config.build_dir),
    ("%libraries", LIBRARIES),
    ("%go", GO),
]

# FileCheck, not and count live there only; a test must never meet the clang of the machine's PATH by accident.
config.environment["PATH"] = os.pathsep.join([config.llvm_bin, os.environ["PATH"]])
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["NO_COLOR"] = "1"
for name in ("HOME", "GOCACHE", "GOFLAGS", "TMPDIR"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

config.available_features.add("llvm-" + config.llvm_major)
if os.path.exists(GO):
    config.available_features.add("go1.19")
if os.path.isdir("/usr/share/go-1.19/test"):
    config.available_features.add("go1.19-src")
if os.path.isdir(os.path.join(LIBRARIES, "zlib")):
    config.available_features.add("library-sources")
if shutil.which("dot"):
    config.available_features.add("graphviz")
if config.sanitize:
    config.available_features.add("asan")
try:
    for end in os.openpty():
        os.close(end)
    config.available_features.add("pty")
except OSError:
    pass  # a container may have no pseudo-terminals

# A test that hangs fails instead (lit can do that where Python's psutil is installed).
# The longest one, which builds the Go project's own tests, takes some minutes.
supported, _ = lit_config.maxIndividualTestTimeIsSupported
if supported:
    lit_config.maxIndividualTestTime = 3600
