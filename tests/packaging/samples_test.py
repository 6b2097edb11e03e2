"""The samples as a stranger builds them: from an installation, by pkg-config alone, as C99 and C++17 without a warning,
and run in an empty folder.

All *.c and *.cpp of samples/ are one program each, which prints what NAME.expected says, where that is. A folder of
samples/ with a Makefile is built by "make", and by "make check" where that is a target; one with a CMakeLists.txt by
cmake, one with a meson.build that is a project by meson, and their tests are run; in one with test_*.py python's
unittest runs these.

usage: samples_test.py --meson MESON... --build FOLDER --source FOLDER --cc COMPILER... --cxx COMPILER...
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from stage import STRICT, run, run_in_empty_folder, stage, tool_words

words = tool_words()
samples = Path(words["source"][0]) / "samples"
failures, done = [], []


def attempt(name, work):
    try:
        work()
        done.append(name)
    except RuntimeError as problem:
        failures.append(f"{name}: {problem}")


def single_source(staged, source, folder):
    program = Path(folder) / source.stem
    compiler, standard = (words["cc"], "c99") if source.suffix == ".c" else (words["cxx"], "c++17")
    # A copy: nothing beside it is to be found.
    copy = shutil.copy(source, folder)
    staged.compile(compiler, copy, program, [f"-std={standard}", *STRICT])
    printed = run_in_empty_folder(program, staged.environment())
    expected = source.with_suffix(".expected")
    if expected.is_file() and printed != expected.read_text(encoding="utf-8"):
        raise RuntimeError(f"it does not print what {expected.name} says, but\n{printed}")
    if not printed.strip():
        raise RuntimeError("it prints nothing")


def made_by_make(staged, source, folder):
    copy = shutil.copytree(source, Path(folder) / source.name)
    environment = {**staged.environment(), "CC": " ".join(words["cc"]), "CXX": " ".join(words["cxx"]),
                   "CXXFLAGS": " ".join(["-O1", *STRICT])}
    targets = ["check"] if re.search(r"^check:", (copy / "Makefile").read_text(encoding="utf-8"), re.M) else []
    run("make", "-C", copy, env=environment)
    if targets:
        run("make", "-C", copy, *targets, env=environment)


def made_by_cmake(staged, source, folder):
    copy = shutil.copytree(source, Path(folder) / source.name)
    build = Path(folder) / "cmake-build"
    # The last word is the compiler; one before it is a launcher such as ccache.
    environment = {**staged.environment(), "CC": words["cc"][-1], "CXX": words["cxx"][-1]}
    run("cmake", "-S", copy, "-B", build, env=environment)
    run("cmake", "--build", build, env=environment)
    run("ctest", "--output-on-failure", cwd=build, env=environment)


def made_by_meson(staged, source, folder):
    build = Path(folder) / f"{source.name}-build"
    environment = {**staged.environment(), "CC": " ".join(words["cc"]), "CXX": " ".join(words["cxx"])}
    run(*words["meson"], "setup", build, source, env=environment)
    run(*words["meson"], "test", "-C", build, env=environment)


def run_by_unittest(staged, source, folder):
    copy = shutil.copytree(source, Path(folder) / source.name)
    run(sys.executable, "-B", "-m", "unittest", "discover", "-s", copy, env=staged.environment())


def missing_packages(makefile, environment):
    """Libraries that a Makefile asks pkg-config for and that are not here."""
    named = set(re.findall(r"pkg-config --\w+ ([^)]*)", makefile.read_text(encoding="utf-8")))
    packages = sorted({package for words in named for package in words.split()})
    return [p for p in packages if subprocess.run(["pkg-config", "--exists", p], env=environment).returncode != 0]


def ways_to_build(source):
    """Pairs of the program that is needed and what to do."""
    if (source / "Makefile").is_file():
        yield "make", made_by_make
    if (source / "CMakeLists.txt").is_file():
        yield "cmake", made_by_cmake
    project = source / "meson.build"
    if project.is_file() and re.search(r"^project\(", project.read_text(encoding="utf-8"), re.M):
        yield "meson", made_by_meson
    if list(source.glob("test_*.py")) and (staged.libdir / "libsearch.so").exists():
        yield "python3", run_by_unittest


with stage(words["meson"], words["build"][0]) as staged, tempfile.TemporaryDirectory(prefix="libsearch-samples-") as folder:
    for source in sorted([*samples.glob("*.c"), *samples.glob("*.cpp")]):
        attempt(source.name, lambda: single_source(staged, source, folder))
    for source in sorted(p for p in samples.iterdir() if p.is_dir()):
        for tool, work in ways_to_build(source):
            missing = missing_packages(source / "Makefile", staged.environment()) if tool == "make" else []
            if missing:
                print(f"{source.name}/ by make: skipped, {' and '.join(missing)} is not installed")
            elif shutil.which(tool):
                attempt(f"{source.name}/ by {tool}", lambda: work(staged, source, folder))
            else:
                print(f"{source.name}/ by {tool}: skipped, {tool} is not installed")

for failure in failures:
    print(failure, file=sys.stderr)
print(f"built and run: {', '.join(done)}; {len(failures)} failures")
sys.exit(1 if failures or len(done) < 2 else 0)
