"""What README*.md and docs/*.md name is there: paths of the tree in code spans, code blocks and links,
commands of jsearch, and long options.

usage: docs_paths.py SOURCE_ROOT [JSEARCH]
"""
import re
import subprocess
import sys
from pathlib import Path

# Extensions that make a bare name in a code span the name of a file of the tree.
SOURCE_NAME = re.compile(r"[\w.-]+\.(?:cpp|hpp|py|sh|map|wrap|md|build)$")
MODULES = ("text", "analysis", "index", "query", "facet", "api", "capi", "ingest")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)[^)]*\)")
SPAN = re.compile(r"(`+)(.+?)\1")
JSEARCH = re.compile(r"(?<![\w./-])(?:build/tools/)?jsearch[ \t]+([a-z][a-z-]*)")
LONG_OPTION = re.compile(r"(?<![\w-])--([a-z][a-z-]*)")

problems = []


def parts_of(text):
    """For each line: its number, its pieces of code, its prose, whether it stands in a code block."""
    fence = None
    for number, line in enumerate(text.splitlines(), 1):
        mark = re.match(r"\s*(```+|~~~+)", line)
        if mark and (fence is None or line.strip().startswith(fence)):
            fence = mark.group(1) if fence is None else None
        elif fence is not None:
            yield number, [line], "", True
        else:
            yield number, [s.group(2).strip() for s in SPAN.finditer(line)], line, False


def braces(path):
    found = re.search(r"\{([^{}]*)\}", path)
    if not found:
        return [path]
    return [p for choice in found.group(1).split(",")
            for p in braces(path[:found.start()] + choice + path[found.end():])]


def exists(path, folders):
    """Whether a file or folder, perhaps with *, is there below one of the folders."""
    for folder in folders:
        for name in (path, path + ".in"):
            if "*" in name and any(folder.glob(name)):
                return True
            if "*" not in name and (folder / name).exists():
                return True
    return False


class tree:
    def __init__(self, root):
        self.root = root
        self.top = {p.name for p in root.iterdir() if p.is_dir()} - {"build", ".git"}
        self.names = {p.name for folder in self.top for p in (root / folder).rglob("*")}
        self.names |= {p.name for p in root.iterdir()}

    def check_word(self, word, doc, place, in_block):
        word = word.strip("<>\"'()[],;:")
        if word.startswith("./"):
            word = word[2:]
        if re.search(r"[^\w./{},*-]", word) or word.startswith(("/", "-")) or "..." in word:
            return
        first = word.split("/")[0]
        if "/" in word:
            known = first in self.top or (not in_block and first in MODULES)
            if known or (not in_block and SOURCE_NAME.search(word)):
                folders = [self.root, self.root / "libsearch", self.root / "libsearch/include", doc.parent]
                for path in braces(word):
                    if not exists(path.rstrip("/"), folders):
                        problems.append(f"{place}: {path} is not there")
        elif not in_block and SOURCE_NAME.fullmatch(word) and word not in self.names:
            problems.append(f"{place}: there is no file {word}")

    def check_link(self, target, doc, place):
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            return
        if not (doc.parent / target.split("#")[0]).exists():
            problems.append(f"{place}: the link to {target} leads nowhere")


class command_line:
    """What the help of jsearch names."""

    def __init__(self, jsearch):
        overview = self.run(jsearch, "--help")
        names = re.findall(r"^  ([a-z][a-z-]*)  +\S", overview.split("Options:")[0], re.M)
        self.options = {name: set(LONG_OPTION.findall(self.run(jsearch, name, "--help"))) for name in names}
        self.common = set(LONG_OPTION.findall(overview)) | {"help", "version"}
        if not names:
            problems.append("jsearch --help lists no command")

    @staticmethod
    def run(*words):
        return subprocess.run(words, capture_output=True, encoding="utf-8").stdout

    def check(self, code, place):
        commands = JSEARCH.findall(code)
        for command in commands:
            if command not in self.options and command != "help":
                problems.append(f"{place}: jsearch has no command {command}")
        if not commands and not code.startswith("--"):
            return
        known = set(self.common)
        for command in commands or self.options:
            known |= self.options.get(command, set())
        for option in LONG_OPTION.findall(code):
            if option not in known:
                problems.append(f"{place}: jsearch {' '.join(commands)} has no option --{option}")


def main(root, jsearch):
    files = tree(root)
    help_text = command_line(jsearch) if jsearch else None
    docs = sorted(root.glob("README*.md")) + sorted((root / "docs").glob("*.md"))
    count = 0
    for doc in docs:
        continued = ""
        for number, codes, prose, in_block in parts_of(doc.read_text(encoding="utf-8")):
            place = f"{doc.relative_to(root)}:{number}"
            for target in LINK.findall(SPAN.sub("", prose)):
                files.check_link(target, doc, place)
            for code in codes:
                for word in code.split():
                    files.check_word(word, doc, place, in_block)
                    count += 1
                if in_block and code.endswith("\\"):
                    continued += code[:-1]
                    continue
                if help_text:
                    help_text.check(continued + code, place)
                continued = ""
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(docs)} documents, {count} words of code, {len(problems)} problems"
          + ("" if jsearch else "; jsearch is not built, its options were not compared"))
    return 1 if problems or not docs else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else None))
