"""Fetches the sources of Debian packages: `fetch.py FOLDER`. One folder per package comes out, FOLDER/NAME.

apt does it, with the machine's own list of mirrors read as lists of sources, and with lists and cache of its own below FOLDER: nothing of
the machine's is changed, and it needs no rights. What is there already stays.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tarfile

PACKAGES = ["lua5.4", "mbedtls", "zlib"]


def source_lists(to):
    """The machine's mirrors, for sources; returns whether there are any."""
    os.makedirs(to, exist_ok=True)
    found = False
    for path in ["/etc/apt/sources.list", *glob.glob("/etc/apt/sources.list.d/*")]:
        if not path.endswith((".list", ".sources")) or not os.path.isfile(path):
            continue
        text = open(path).read()
        if path.endswith(".sources"):
            text = re.sub(r"(?m)^Types:.*$", "Types: deb-src", text)
        else:
            text = re.sub(r"(?m)^deb\s", "deb-src ", text)
        found = found or "deb-src" in text
        with open(os.path.join(to, os.path.basename(path)), "w") as out:
            out.write(text)
    return found


def apt(folder, *arguments):
    options = {
        "Dir::Etc::sourcelist": "/dev/null",
        "Dir::Etc::sourceparts": os.path.join(folder, "apt", "sources"),
        "Dir::State::lists": os.path.join(folder, "apt", "lists"),
        "Dir::Cache": os.path.join(folder, "apt", "cache"),
        "APT::Sandbox::User": "",
    }
    command = ["apt-get", "-qq", *(word for key, value in options.items() for word in ("-o", f"{key}={value}")), *arguments]
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL).returncode == 0


def unpack(folder, package):
    archives = [f for f in glob.glob(os.path.join(folder, f"{package}_*.orig.tar.*")) if not f.endswith(".asc")]
    if not archives:
        return False
    scratch = os.path.join(folder, package + ".new")
    shutil.rmtree(scratch, ignore_errors=True)
    with tarfile.open(archives[0]) as archive:
        archive.extractall(scratch)
    (top,) = os.listdir(scratch)
    os.rename(os.path.join(scratch, top), os.path.join(folder, package))
    os.rmdir(scratch)
    return True


def main():
    folder = os.path.abspath(sys.argv[1])
    missing = [p for p in PACKAGES if not os.path.isdir(os.path.join(folder, p))]
    if not missing:
        return
    for part in ("lists/partial", "cache/archives/partial"):
        os.makedirs(os.path.join(folder, "apt", part), exist_ok=True)
    fetched = source_lists(os.path.join(folder, "apt", "sources")) and apt(folder, "update")
    fetched = fetched and apt(folder, "source", "--download-only", "--only-source", *missing)
    if not fetched or not all([unpack(folder, p) for p in missing]):
        sys.exit(f"fetch.py: the sources of {', '.join(missing)} could not be fetched (no network?)")


main()
