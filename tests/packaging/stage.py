"""An installation in a folder of its own, and programs built against it as a stranger would: with the headers,
the libraries and the .pc files that are installed, and nothing of the tree.
"""
import os
import re
import shlex
import subprocess
import tempfile
from pathlib import Path

SKIP = 77
STRICT = ["-Wall", "-Wextra", "-pedantic", "-Werror"]


def run(*command, **options):
    """What the command prints; a failure raises with what it said."""
    done = subprocess.run([str(word) for word in command], capture_output=True, encoding="utf-8", **options)
    if done.returncode != 0:
        shown = " ".join(shlex.quote(str(word)) for word in command)
        raise RuntimeError(f"{shown}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


class stage:
    """The build installed below a temporary folder; its .pc files say so."""

    def __init__(self, meson, build):
        self.meson = meson
        self.build = Path(build)
        self.folder = tempfile.TemporaryDirectory(prefix="libsearch-stage-")
        self.top = Path(self.folder.name)

    def __enter__(self):
        run(*self.meson, "install", "-C", self.build, "--no-rebuild", "--quiet",
            env={**os.environ, "DESTDIR": str(self.top)})
        packages = sorted(self.top.rglob("libsearch.pc"))
        if len(packages) != 1:
            raise RuntimeError(f"{len(packages)} files libsearch.pc are installed")
        self.pkgconfig = packages[0].parent
        self.prefix = Path()
        for package in self.pkgconfig.glob("*.pc"):
            text = package.read_text(encoding="utf-8")
            installed = re.search(r"^prefix=(.*)$", text, re.M).group(1)
            self.prefix = self.top / installed.lstrip("/")
            package.write_text(re.sub(r"^prefix=.*$", f"prefix={self.prefix}", text, flags=re.M), encoding="utf-8")
        self.libdir = Path(run("pkg-config", "--variable=libdir", "libsearch", env=self.environment()).strip())
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def environment(self):
        """For compilers and for the programs they made."""
        return {**os.environ, "PKG_CONFIG_PATH": str(self.pkgconfig), "LD_LIBRARY_PATH": str(self.library_folder())}

    def library_folder(self):
        return getattr(self, "libdir", self.pkgconfig.parent)

    def flags(self, *words):
        return run("pkg-config", *words, env=self.environment()).split()

    def compile(self, compiler, source, program, flags, packages=("libsearch",), static=False):
        """Builds one source; `compiler` is a list of words."""
        linking = self.flags("--cflags", "--libs", *(["--static"] if static else []), *packages)
        run(*compiler, *flags, source, *linking, "-o", program, env=self.environment())


def run_in_empty_folder(program, environment):
    """What the program prints."""
    with tempfile.TemporaryDirectory(prefix="libsearch-run-") as folder:
        return run(program, cwd=folder, env=environment, stdin=subprocess.DEVNULL)


def tool_words():
    """Words of a command line of the form: NAME VALUE... --, as a dictionary; what follows is the rest."""
    import sys
    words, found = sys.argv[1:], {}
    while words and words[0].startswith("--"):
        name = words.pop(0)[2:]
        found[name] = []
        while words and not words[0].startswith("--"):
            found[name].append(words.pop(0))
    return found
