"""Programs linked with the installed static libraries by "pkg-config --static": in C and in C++, with the essays'
reader too. Skipped where static libraries are not built (default_library=static or both).

usage: static_test.py --meson MESON... --build FOLDER --source FOLDER --cc COMPILER... --cxx COMPILER...
"""
import sys
import tempfile
from pathlib import Path

from stage import SKIP, run, run_in_empty_folder, stage, tool_words

words = tool_words()
consumer = Path(words["source"][0]) / "tests/packaging/consumer"

with stage(words["meson"], words["build"][0]) as staged, tempfile.TemporaryDirectory(prefix="libsearch-static-") as folder:
    if not (staged.libdir / "libsearch.a").is_file():
        print("skipped: no static library is built; -Ddefault_library=both builds it")
        sys.exit(SKIP)
    # Where both are there, the linker would take the shared one.
    for library in staged.libdir.glob("libsearch*.so*"):
        library.unlink()
    for source, compiler, packages in (("main.c", words["cc"], ["libsearch"]),
                                       ("main.cpp", words["cxx"], ["libsearch-ingest"])):
        program = Path(folder) / source.replace(".", "_")
        sanitized = [f for f in words.get("flags", [])]
        staged.compile(compiler, consumer / source, program, sanitized, packages, static=True)
        needed = run("readelf", "-d", program)
        if "libsearch" in needed:
            sys.exit(f"{source}: it still needs a shared library of ours\n{needed}")
        print(source, "->", run_in_empty_folder(program, staged.environment()).strip())
