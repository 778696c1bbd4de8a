"""Runs the checker over the Go project's own tests of compile errors: files that start with "// errorcheck".

    go_errorcheck.py OUTLIVE LIBRARY DIFFERENCES FOLDER...

A file passes if every error that its // ERROR comments want is told on its line, and no other. (After ten errors no more are told:
then only the lines up to the tenth count.) Left out are files with compiler flags other than -lang, with //line comments, with type
parameters, and with imports that are not in LIBRARY. DIFFERENCES names the files that do not pass, each with its reason; a file that
starts to pass while it is listed fails as well.
"""
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


def first_comment(text):
    match = re.search(r"^// ?(\S.*)$", re.sub(r"^//go:build.*$", "", text, flags=re.M), re.M)
    return match.group(1) if match else ""


def imports(text):
    found = re.findall(r'^\s*import\s+(?:[\w.]+\s+)?"([^"]+)"', text, re.M)
    for group in re.findall(r"^\s*import\s*\((.*?)\)", text, re.M | re.S):
        found += re.findall(r'"([^"]+)"', group)
    return found


def language(text, library):
    """The -lang flag to run the file with; None where it is left out."""
    header = first_comment(text)
    if not re.match(r"errorcheck\b", header) or re.search(r"//line |/\*line |//go:(build|embed|linkname|cgo|nowrite)", text):
        return None
    flags = header.split()[1:]
    if any(not flag.startswith("-lang=") for flag in flags):
        return None
    if any(path != "unsafe" and not os.path.isdir(os.path.join(library, path)) for path in imports(text)):
        return None
    return flags[0] if flags else "-lang=go1.19"


def wanted_errors(lines):
    wanted = {}
    for number, line in enumerate(lines, 1):
        comment = re.search(r"// (?:GC_)?ERROR(?:AUTO)? (.*)", line)
        if comment:
            regexps = [a or b for a, b in re.findall(r'"((?:[^"\\]|\\.)*)"|`([^`]*)`', comment.group(1))]
            wanted[number] = [
                re.sub(r"LINE(?:([+-]\d+))?", lambda m: r"\S*:%d\b" % (number + int(m.group(1) or 0)), r.replace("\\\\", "\\"))
                for r in regexps]
    return wanted


def told_errors(output):
    told, newest = {}, None
    for line in output.splitlines():
        place = re.match(r"[^:\t]+:(\d+):(?:\d+:)? (.*)", line)
        if line.startswith("\t") and newest is not None:
            newest[-1] += "\n" + line
        elif place:
            newest = told.setdefault(int(place.group(1)), [])
            newest.append(place.group(2))
    return told


def problem(outlive, path, lang, text):
    """None where the file passes, "" where it is left out after all, else the first difference."""
    run = subprocess.run([outlive, "lower", "-dump=types", lang, path], capture_output=True)
    output = run.stderr.decode("utf-8", "replace")
    if "unsupported: type parameters" in output:
        return ""
    if run.returncode not in (0, 1):
        return f"ended with status {run.returncode}"
    told, wanted = told_errors(output), wanted_errors(text.split("\n"))
    last = max(told) if "too many errors" in output else len(text)
    for number, regexps in wanted.items():
        for regexp in regexps:
            if number < last and not any(re.search(regexp, error) for error in told.get(number, [])):
                return f"{number}: no error matches {regexp}"
    for number in told:
        if number not in wanted and number < last:
            return f"{number}: error that nobody wants: {told[number][0]}"
    return None


def main():
    outlive, library, differences, *folders = sys.argv[1:]
    listed = {}
    with open(differences, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                name, reason = line.split(None, 1)
                listed[name] = reason
    work = []
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if not name.endswith(".go"):
                continue
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            lang = language(text, library)
            if lang:
                work.append((path, lang, text))
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda w: problem(outlive, *w), work))
    passed = failed = 0
    for (path, _, _), result in zip(work, results):
        name = os.path.basename(path)
        if result is None and name not in listed:
            passed += 1
        elif result is None:
            failed += 1
            print(f"{name} passes now: take it off the list")
        elif result and name not in listed:
            failed += 1
            print(f"{name}:{result}")
    print(f"{passed} passed, {failed} failed, {len(listed)} listed as different")
    return failed != 0


sys.exit(main())
