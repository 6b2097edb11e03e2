"""tests/packaging/consumer built by its Makefile, with nothing but an installation.

usage: consumer_test.py --meson MESON... --build FOLDER --source FOLDER --cc COMPILER... --cxx COMPILER...
"""
import shutil
import sys
import tempfile
from pathlib import Path

from stage import SKIP, run, stage, tool_words

words = tool_words()
if not shutil.which("make"):
    print("skipped: make is not installed")
    sys.exit(SKIP)
with stage(words["meson"], words["build"][0]) as staged, tempfile.TemporaryDirectory(prefix="libsearch-make-") as folder:
    project = shutil.copytree(Path(words["source"][0]) / "tests/packaging/consumer", Path(folder) / "consumer")
    environment = {**staged.environment(), "CC": " ".join(words["cc"]), "CXX": " ".join(words["cxx"])}
    print(run("make", "check", cwd=project, env=environment))
