"""SQLite's FTS5 with its trigram tokenizer, by Python's own module."""
import sys
from pathlib import Path

import measure
from engine import ProgramEngine, Unavailable


class Fts5(ProgramEngine):
    name = "SQLite FTS5 trigram"

    def command(self):
        return [sys.executable, str(Path(__file__).with_name("fts5_trigram.py"))]

    def prepare(self):
        try:
            self.version()
        except measure.Failed as problem:
            raise Unavailable(f"SQLite of this Python has no FTS5 trigram: {problem}") from problem
