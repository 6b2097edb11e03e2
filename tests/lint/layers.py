"""Which folder may include what (docs/ARCHITECTURE.md).

 - text -> analysis -> variants -> index -> query -> facet -> api: a file may include its own folder, folders to
   its left and the public headers;
 - capi, ingest, tools and samples reach the library through <libsearch/...> alone;
 - a public header includes public and system headers, and its code names nothing of Xapian, ICU,
   MeCab, Boost or nlohmann;
 - each other library is included only where LIBRARIES allows it.

usage: layers.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path

INSIDE = ["text", "analysis", "variants", "index", "query", "facet", "api"]
OUTSIDE = ["capi", "ingest"]
SUFFIXES = {".hpp", ".h", ".cpp", ".c", ".in"}

# What a header's name begins with, and the folders that may include it.
LIBRARIES = {
    "Xapian": (r"xapian(\.h|/)", ["index", "query", "facet", "api"]),
    "ICU": (r"unicode/", ["text", "analysis", "ingest", "tools"]),
    "MeCab": (r"mecab\.h", ["analysis"]),
    "Snowball": (r"libstemmer\.h", ["analysis"]),
    "libxml2": (r"libxml/", ["ingest"]),
    "md4c": (r"md4c", ["ingest"]),
    "Boost": (r"boost/", ["tools"]),
}
HIDDEN_NAMES = re.compile(r"xapian|unicode/|\bicu\b|mecab|boost|nlohmann", re.I)

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', re.S)

problems = []


def without_comments(text):
    """The text with comments blanked; line numbers stay."""
    def blank(found):
        part = found.group(0)
        return part if part.startswith('"') else re.sub(r"[^\n]", " ", part)
    return COMMENT.sub(blank, text)


def includes(text):
    for found in INCLUDE.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, found.group(1), found.group(2)


def sources(folder):
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in SUFFIXES)


def check_library(place, name, folder):
    for library, (pattern, allowed) in LIBRARIES.items():
        if re.match(pattern, name) and folder not in allowed:
            problems.append(f"{place}: {folder}/ must not include {library}")


def check_inside(place, quote, name, folder):
    """A file of the library: private headers by folder, in the order of the folders."""
    first = name.split("/")[0]
    if quote == '"':
        allowed = INSIDE[:INSIDE.index(folder) + 1] if folder in INSIDE else [folder]
        if first not in allowed or "/" not in name or ".." in name:
            problems.append(f'{place}: {folder}/ must not include "{name}"')
    elif first in INSIDE + OUTSIDE and "/" in name:
        problems.append(f"{place}: write \"{name}\", or include <libsearch/...>")


def check_outside(place, quote, name, folder, files, path):
    """A program: its own files, also those beside the one that includes, and what is installed."""
    first = name.split("/")[0]
    if quote == '"' and name not in files and ("/" in name or not (path.parent / name).is_file()):
        problems.append(f'{place}: {folder}/ has no file "{name}"; of the library include <libsearch/...>')
    elif quote == "<" and first in INSIDE + OUTSIDE and "/" in name:
        problems.append(f"{place}: {folder}/ must not include <{name}>")


def check_public(place, quote, name, public):
    if quote == '"':
        problems.append(f'{place}: write <libsearch/...>, not "{name}"')
    elif name.startswith("libsearch/") and name not in public:
        problems.append(f"{place}: <{name}> is not a public header")
    elif "/" in name and not name.startswith("libsearch/"):
        problems.append(f"{place}: a public header must not include <{name}>")


def main(root):
    library = root / "libsearch"
    public_root = library / "include"
    public = {str(p.relative_to(public_root)).removesuffix(".in") for p in sources(public_root)}
    count = 0
    mecab_files = []
    unknown = {p.name for p in library.iterdir() if p.is_dir()} - set(INSIDE + OUTSIDE + ["include"])
    for name in sorted(unknown):
        problems.append(f"libsearch/{name}: a folder that layers.py has no place for")

    for path in sources(public_root):
        text = without_comments(path.read_text(encoding="utf-8"))
        where = path.relative_to(root)
        for line, quote, name in includes(text):
            check_public(f"{where}:{line}", quote, name, public)
            check_library(f"{where}:{line}", name, "include")
        for number, line in enumerate(text.splitlines(), 1):
            named = HIDDEN_NAMES.search(line)
            if named:
                problems.append(f"{where}:{number}: a public header must not name {named.group(0)}")
        count += 1

    folders = [(library / name, name) for name in INSIDE + OUTSIDE]
    folders += [(root / name, name) for name in ("tools", "samples")]
    for folder, name in folders:
        files = {str(p.relative_to(folder)) for p in sources(folder)}
        for path in sources(folder):
            text = without_comments(path.read_text(encoding="utf-8"))
            where = path.relative_to(root)
            for line, quote, included in includes(text):
                place = f"{where}:{line}"
                if name in INSIDE + OUTSIDE:
                    check_inside(place, quote, included, name)
                else:
                    check_outside(place, quote, included, name, files, path)
                if quote == "<" and included.startswith("libsearch/") and included not in public:
                    problems.append(f"{place}: <{included}> is not a public header")
                if quote == "<":
                    check_library(place, included, name)
                if re.match(LIBRARIES["MeCab"][0], included):
                    mecab_files.append(str(where))
            count += 1
    if len(mecab_files) > 1:
        problems.append("MeCab belongs into one file, not into " + ", ".join(mecab_files))

    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{count} files, {len(problems)} problems")
    return 1 if problems or count == 0 else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
