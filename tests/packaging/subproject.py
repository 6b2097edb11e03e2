"""libsearch as a meson subproject of tests/packaging/consumer, shared and static: dependency('libsearch') and
dependency('libsearch-ingest') find it through the wrap, neither jsearch nor tests nor samples are in the build.

usage: subproject.py SOURCE_ROOT MESON... [--build]     --build: compile too, which takes minutes, and run
"""
import json
import shutil
import sys
import tempfile
from pathlib import Path

from stage import run

build = "--build" in sys.argv
source, *meson = [word for word in sys.argv[1:] if word != "--build"]
consumer = Path(source).resolve() / "tests/packaging/consumer"
problems = []

for kind in ("shared", "static"):
    with tempfile.TemporaryDirectory(prefix="libsearch-subproject-") as folder:
        project = shutil.copytree(consumer, Path(folder) / "consumer")
        (project / "subprojects/libsearch").symlink_to(Path(source).resolve())
        target = Path(folder) / "build"
        run(*meson, "setup", target, project, f"-Ddefault_library={kind}")
        targets = {t["name"]: t for t in json.loads(run(*meson, "introspect", "--targets", target))}
        wanted = {"consumer_c", "consumer_cpp", "search", "search-ingest", "search-objects", "search-ingest-objects"}
        if set(targets) != wanted:
            problems.append(f"{kind}: targets {sorted(set(targets) ^ wanted)} are missing or too many")
        made = targets.get("search", {}).get("type")
        if made != f"{kind} library":
            problems.append(f"{kind}: libsearch is a {made}")
        if build:
            run("ninja", "-C", target)
            print(kind, run(*meson, "test", "-C", target).strip().splitlines()[-8:])

for problem in problems:
    print(problem, file=sys.stderr)
print(f"shared and static {'built and run' if build else 'set up'}, {len(problems)} problems")
sys.exit(1 if problems else 0)
