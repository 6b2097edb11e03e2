"""What "meson install" installs: headers, libraries with their versions, .pc files, man pages, completions; and the
shared libraries export what is ours, nothing else.

usage: install_test.py --meson MESON... --build FOLDER --source FOLDER --version V --parts [tools]
"""
import re
import subprocess
import sys
from pathlib import Path

from stage import run, stage, tool_words

words = tool_words()
source, version = Path(words["source"][0]), words["version"][0]
major = "0"
problems = []


def expect(holds, what):
    if not holds:
        problems.append(what)


def check_files(staged):
    headers = {p.name.removesuffix(".in") for p in (source / "libsearch/include/libsearch").glob("*.h*")}
    headers -= {"meson.build"}
    installed = {p.name for p in (staged.prefix / "include/libsearch").iterdir()}
    expect(installed == headers, f"headers: {sorted(installed ^ headers)} are installed or there, not both")
    wanted = ["share/man/man3/libsearch.3"]
    if "tools" in words["parts"]:
        wanted += ["bin/jsearch", "share/man/man1/jsearch.1", "share/bash-completion/completions/jsearch",
                   "share/zsh/site-functions/_jsearch"]
    for name in wanted:
        found = staged.prefix / name
        expect(found.is_file() and found.stat().st_size > 0, f"{name} is not installed")
    leftover = [p.name for p in staged.prefix.rglob("*objects*")]
    expect(not leftover, f"installed, but of the build alone: {leftover}")


def check_shared(staged, name):
    library = staged.libdir / f"lib{name}.so"
    if not library.exists():
        return False
    expect(library.resolve().name == f"lib{name}.so.{version}", f"{library.name} is {library.resolve().name}")
    dynamic = run("readelf", "-d", library)
    expect(f"soname: [lib{name}.so.{major}]" in dynamic, f"{library.name}: not the soname lib{name}.so.{major}")
    expect("RUNPATH" not in dynamic and "RPATH" not in dynamic, f"{library.name}: a path of the build is in it")
    return True


def check_ingest_exports(staged):
    names = [line.split()[-1].split("@")[0] for line in
             run("nm", "-D", "--defined-only", staged.libdir / "libsearch-ingest.so").splitlines()]
    plain = run("c++filt", *names).splitlines()
    for one in plain:
        expect(re.match(r"((typeinfo|typeinfo name|vtable|VTT|guard variable) for )?libsearch::ingest::", one),
               f"libsearch-ingest exports {one}")
    expect(len(plain) > 5, "libsearch-ingest exports next to nothing")


def check_packages(staged):
    environment = staged.environment()
    for name in ("libsearch", "libsearch-ingest"):
        expect(run("pkg-config", "--modversion", name, env=environment).strip() == version, f"{name}.pc: the version")
        run("pkg-config", "--validate", name, env=environment)
        private = run("pkg-config", "--print-requires-private", "--print-requires", name, env=environment)
        for package in ("icu-uc", "libxxhash") + (("xapian-core",) if name == "libsearch" else ("libxml-2.0", "md4c-html")):
            expect(package in private, f"{name}.pc does not require {package}")
        expect("nlohmann" not in private, f"{name}.pc requires a package of headers that nobody includes")
    if (staged.libdir / "libsearch.so").exists():
        libs = run("pkg-config", "--libs", "libsearch", env=environment).split()
        expect([w for w in libs if w.startswith("-l")] == ["-lsearch"], f"libsearch.pc: shared users link {libs}")


with stage(words["meson"], words["build"][0]) as staged:
    check_files(staged)
    check_packages(staged)
    shared = [name for name in ("search", "search-ingest") if check_shared(staged, name)]
    static = [p.name for p in sorted(staged.libdir.glob("*.a"))]
    expect(shared or static, "no library is installed")
    if shared:
        check_ingest_exports(staged)
        told = subprocess.run(
            [sys.executable, source / "tests/capi/exported_test.py", staged.libdir / "libsearch.so",
             source / "tests/capi/exported.txt", staged.prefix / "include/libsearch/libsearch.h"],
            capture_output=True, encoding="utf-8")
        expect(told.returncode == 0, told.stdout + told.stderr)

for problem in problems:
    print(problem, file=sys.stderr)
print(f"shared: {', '.join(shared) or 'none'}; static: {', '.join(static) or 'none'}; {len(problems)} problems")
sys.exit(1 if problems else 0)
