"""The examples of the documents, built and run one after another, in one folder, as a stranger with an installation.

Where they stand: README.md, README.ja.md, docs/EMBEDDING.md, docs/ABI.md, and docs/reference/first_program.c. Blocks of
c, cpp, python and sh are run; of cpp and c also those that are no whole program, inside of a main(). The lines of
blocks of meson, cmake and ini stand in the projects that other tests build. README's blocks of sh without a language
are commands to type, and not run here.

usage: examples_test.py --meson MESON... --build FOLDER --source FOLDER --cc COMPILER... --cxx COMPILER...
"""
import re
import sys
import tempfile
from pathlib import Path

from stage import STRICT, run, stage, tool_words

words = tool_words()
root = Path(words["source"][0])
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
TESTED_PROJECTS = {"meson": ["tests/packaging/consumer/meson.build"], "cmake": ["samples/cmake/CMakeLists.txt"],
                   "ini": ["tests/packaging/consumer/subprojects/libsearch.wrap"]}
CPP_HEAD = "".join(f"#include <{name}>\n" for name in (
    "atomic", "cerrno", "cstdlib", "filesystem", "iostream", "stdexcept", "string", "system_error", "thread", "vector",
    "sys/wait.h", "unistd.h", "libsearch/libsearch.hpp", "libsearch/libsearch.h"))
C_HEAD = "#include <stdio.h>\n#include <string.h>\n#include <libsearch/libsearch.h>\n"
problems, counts = [], {}


def program_of(language, code):
    """The whole program, and what is warned about in it."""
    if re.search(r"^int main\(", code, re.M):
        return code, STRICT
    # A piece may leave a variable that it shows unused.
    flags = [*STRICT, "-Wno-unused-variable", "-Wno-unused-but-set-variable"]
    if language == "c":
        return f"{C_HEAD}int main(void) {{\n{code}return 0;\n}}\n", flags
    return f"{CPP_HEAD}int main() try {{\n{code}}} catch (const std::exception &e) {{\n  std::cerr << e.what() << \"\\n\";\n  return 1;\n}}\n", flags


def check(staged, folder, place, language, code):
    environment = staged.environment()
    if language in ("cpp", "c"):
        source = Path(folder) / ("program.cpp" if language == "cpp" else "program.c")
        text, flags = program_of(language, code)
        source.write_text(text, encoding="utf-8")
        compiler, standard = (words["cxx"], "c++17") if language == "cpp" else (words["cc"], "c99")
        staged.compile([*compiler, "-pthread"], source, Path(folder) / "program", [f"-std={standard}", *flags])
        printed = run(Path(folder) / "program", cwd=folder, env=environment)
        if "int main(" in code and "港の水素" not in printed:
            problems.append(f"{place}: it prints {printed!r}")
    elif language == "python":
        # Without a shared library there is nothing that Python could load.
        if not (staged.libdir / "libsearch.so").exists():
            return
        run(sys.executable, "-c", code, cwd=folder, env=environment)
    elif language == "sh":
        run("sh", "-e", "-c", code, cwd=folder, env=environment)
    elif language in TESTED_PROJECTS:
        tested = "\n".join((root / name).read_text(encoding="utf-8") for name in TESTED_PROJECTS[language]).splitlines()
        for line in code.splitlines():
            if line not in tested:
                problems.append(f"{place}: \"{line}\" stands in no project that is tested")
    elif language:
        problems.append(f"{place}: nothing is known about blocks of {language}")
        return
    counts[language] = counts.get(language, 0) + 1


with stage(words["meson"], words["build"][0]) as staged:
    for name in ("README.md", "README.ja.md", "docs/EMBEDDING.md", "docs/ABI.md", "docs/reference/first_program.c"):
        text = (root / name).read_text(encoding="utf-8")
        if name.endswith(".c"):
            text = f"```c\n{text}```\n"
        if not any(found.group(1) for found in BLOCK.finditer(text)):
            problems.append(f"{name}: it has no example")
        # Those of the documents beside README go on with README's index.
        readme = BLOCK.findall((root / "README.md").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory(prefix="libsearch-examples-") as folder:
            if name.startswith("docs/") and name.endswith(".md"):
                for language in ("c", "cpp"):
                    check(staged, folder, "README.md", language, next(code for kind, code in readme if kind == language))
            for found in BLOCK.finditer(text):
                place = f"{name}:{text.count(chr(10), 0, found.start()) + 1}"
                try:
                    check(staged, folder, place, found.group(1), found.group(2))
                except RuntimeError as problem:
                    problems.append(f"{place}: {problem}")

for problem in problems:
    print(problem, file=sys.stderr)
print(", ".join(f"{count} of {language or 'commands, not run'}" for language, count in sorted(counts.items()))
      + f"; {len(problems)} problems")
sys.exit(1 if problems or counts.get("cpp", 0) < 6 or counts.get("c", 0) < 3 else 0)
