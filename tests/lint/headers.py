"""Each public header compiles alone and twice: .hpp as C++17, .h as C99 and as C++17.

usage: headers.py INCLUDE_DIR BUILD_INCLUDE_DIR --cxx COMPILER... --c COMPILER...
"""
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-pedantic", "-Werror", "-fsyntax-only"]


def compile_alone(compiler, language, standard, header, include_dirs):
    """What the compiler complains about, or ""."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / ("alone.c" if language == "c" else "alone.cpp")
        # ISO C wants at least one declaration.
        text = f"#include <{header}>\n#include <{header}>\nextern int alone;\n"
        source.write_text(text, encoding="utf-8")
        command = [*compiler, f"-std={standard}", *WARNINGS]
        command += [part for d in include_dirs for part in ("-I", str(d))]
        done = subprocess.run([*command, str(source)], capture_output=True, text=True)
    if done.returncode == 0:
        return ""
    return f"{header} as {standard}:\n{done.stderr}"


def main(include_dirs, cxx, c):
    headers = sorted({str(p.relative_to(d)) for d in include_dirs for p in Path(d).rglob("*.h*")
                      if p.suffix in (".h", ".hpp")})
    jobs = []
    for header in headers:
        jobs.append((cxx, "c++", "c++17", header))
        if header.endswith(".h"):
            jobs.append((c, "c", "c99", header))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        said = list(pool.map(lambda job: compile_alone(*job, include_dirs), jobs))
    failures = [text for text in said if text]
    for text in failures:
        print(text, file=sys.stderr)
    print(f"{len(headers)} headers, {len(jobs)} compilations, {len(failures)} failures")
    if "libsearch/version.h" not in headers:
        print("version.h was not generated", file=sys.stderr)
        return 1
    return 1 if failures else 0


if __name__ == "__main__":
    words = sys.argv[1:]
    if "--cxx" not in words or "--c" not in words:
        sys.exit(__doc__)
    at, end = words.index("--cxx"), words.index("--c")
    sys.exit(main(words[:at], words[at + 1:end], words[end + 1:]))
