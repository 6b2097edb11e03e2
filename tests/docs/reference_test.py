"""libsearch(3) and the reference say something of each public function.

 - each function of libsearch.h has a comment with its parameters, its statuses and its version;
 - the man page names each, by its family, and groff has nothing to complain about (where it is installed);
 - doxygen makes the reference of the C and C++ headers without a warning (where it is installed).

usage: reference_test.py SOURCE_ROOT MAN_PAGE DOXYFILE
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

root, page, doxyfile = (Path(word) for word in sys.argv[1:])
sys.path.insert(0, str(root / "docs/reference"))
import c_header  # noqa: E402

problems, notes = [], []
header = (root / "libsearch/include/libsearch/libsearch.h").read_text(encoding="utf-8")
functions = c_header.read(header)
# Counted another way than the reader does.
declared = set(re.findall(r"\b(libsearch_\w+)\(", re.sub(r"/\*.*?\*/", "", header, flags=re.S)))
read = {one.name for one in functions}
if read != declared or not declared:
    problems.append(f"c_header.py reads {sorted(read ^ declared)} otherwise than the header has them")
for one in functions:
    problems += [f"libsearch.h: {one.name} {what}" for what in one.problems]
    if not one.family:
        problems.append(f"libsearch.h: {one.name} stands in no family (/* ---- Name ---- */)")

manual = page.read_text(encoding="utf-8").replace("\\-", "-")
for one in functions:
    if f".B {one.declaration()}\n" not in manual:
        problems.append(f"libsearch(3) does not list {one.name}")
for family in {one.family for one in functions}:
    if f'.SS "{family}"' not in manual:
        problems.append(f"libsearch(3) has no family {family}")
if re.search(r"@[A-Z]+@", manual):
    problems.append("libsearch(3): a placeholder was not filled")

if shutil.which("groff"):
    for name in (page, root / "tools/man/jsearch.1"):
        said = subprocess.run(["groff", "-K", "utf-8", "-man", "-ww", "-Tutf8", "-z", "-rLL=2000n", str(name)], capture_output=True)
        problems += [f"{name.name}: {line}" for line in said.stderr.decode("utf-8", "replace").splitlines()]
else:
    notes.append("groff is not installed")

if shutil.which("doxygen"):
    with tempfile.TemporaryDirectory(prefix="libsearch-reference-") as folder:
        settings = re.sub(r"^OUTPUT_DIRECTORY.*$", f'OUTPUT_DIRECTORY = "{folder}"',
                          doxyfile.read_text(encoding="utf-8"), flags=re.M)
        done = subprocess.run(["doxygen", "-"], input=settings, capture_output=True, encoding="utf-8")
        if done.returncode != 0 or done.stderr.strip():
            problems.append(f"doxygen: status {done.returncode}\n{done.stderr}")
        made = "".join(p.read_text(encoding="utf-8") for p in Path(folder).glob("*.html"))
    for one in functions:
        if f"{one.name}()</h2>" not in made:
            problems.append(f"the reference has no entry for {one.name}")
    for name in ("libsearch::index", "libsearch::index_writer", "libsearch::search_request", "libsearch::ingest"):
        if name not in made:
            problems.append(f"the reference has nothing on {name}")
else:
    notes.append("doxygen is not installed")

for problem in problems:
    print(problem, file=sys.stderr)
print(f"{len(functions)} functions, {len(problems)} problems" + "".join(f"; {note}" for note in notes))
sys.exit(1 if problems else 0)
