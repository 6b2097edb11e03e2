"""Xapian's own way with Japanese, FLAG_CJK_NGRAM, by a small program in C++."""
import shlex
from pathlib import Path

import measure
from engine import ProgramEngine, Unavailable, need


class Xapian(ProgramEngine):
    name = "Xapian CJK_NGRAM"
    packages = ["g++", "pkg-config", "libxapian-dev", "nlohmann-json3-dev"]

    def command(self):
        return [str(self.context.work / "xapian_ngram")]

    def prepare(self):
        try:
            flags = measure.output_of([need("pkg-config"), "--cflags", "--libs", "xapian-core"])
            measure.output_of([need("g++"), "-std=c++17", "-O2", "-o", *self.command(),
                               str(Path(__file__).with_name("xapian_ngram.cpp")),
                               *shlex.split(flags)])
        except measure.Failed as problem:
            raise Unavailable(f"xapian_ngram.cpp can't be built: {problem}") from problem
