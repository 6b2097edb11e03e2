"""What no file of the tree may hold: absolute paths of somebody's machine, notes to oneself; in code also
no white space at line ends, no tabs for indentation; and no file of 500 lines or more.

usage: clean.py SOURCE_ROOT
"""
import re
import subprocess
import sys
from pathlib import Path

MOST_LINES = 500
CODE = {".cpp", ".hpp", ".c", ".h", ".in", ".py", ".sh", ".build", ".map", ".wrap", ".bash", ".txt"}
CODE_NAMES = {".ci/run", ".clang-format", ".editorconfig"}
DATA = ("tests/data/", "samples/archive/")
DATA_SUFFIXES = {".tsv", ".jsonl", ".dict"}
LONG = {"LICENSE", "libsearch/include/libsearch/libsearch.h", "tools/man/jsearch.1"}

ABSOLUTE = re.compile(r"(?<![\w.~/-])/(?:work|root|home|Users)/")
NOTE = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b")


def files_of(root):
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-z",
         "--cached", "--others", "--exclude-standard"],
        capture_output=True)
    if done.returncode != 0:
        return None
    return sorted(name for name in set(done.stdout.decode("utf-8").split("\0")) if name)


def check(name, content):
    """Lines about what is wrong with a file."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        if not name.startswith(DATA):
            yield f"{name}: not UTF-8"
        return
    data = name.startswith(DATA) or Path(name).suffix in DATA_SUFFIXES
    code = not data and (Path(name).suffix in CODE or name in CODE_NAMES)
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        place = f"{name}:{number}"
        if ABSOLUTE.search(line):
            yield f"{place}: an absolute path"
        if not data and name not in LONG and NOTE.search(line):
            yield f"{place}: a note to oneself; do it, or open an issue"
        if code and line != line.rstrip():
            yield f"{place}: white space at the end"
        if code and re.match(r" *\t", line):
            yield f"{place}: a tab in the indentation"
    if not data and name not in LONG and text.count("\n") >= MOST_LINES:
        yield f"{name}: {text.count(chr(10))} lines; files stay below {MOST_LINES}"
    if code and text and not text.endswith("\n"):
        yield f"{name}: no line end at the end"


def main(root):
    try:
        names = files_of(root)
    except FileNotFoundError:
        names = None
    if names is None:
        print("skipped: git does not list the files of this tree")
        return 77
    problems = []
    for name in names:
        path = root / name
        if path.is_file() and not path.is_symlink():
            problems += check(name, path.read_bytes())
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(names)} files, {len(problems)} problems")
    return 1 if problems or not names else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
