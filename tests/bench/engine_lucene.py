"""Lucene 4.10 by a small program in Java: kuromoji's words and bigrams, in two fields."""
from pathlib import Path

import measure
from engine import ProgramEngine, Unavailable, need

JARS = Path("/usr/share/java")
VERSION = "4.10.4"
MODULES = ["core", "analyzers-common", "analyzers-kuromoji"]
SOURCES = ["LuceneBench.java", "LuceneIndex.java", "LuceneSearch.java", "Record.java"]


class Lucene(ProgramEngine):
    name = "Lucene 4.10 kuromoji + CJK"
    packages = ["liblucene4.10-java", "default-jdk-headless"]

    def jars(self):
        return [JARS / f"lucene-{module}-{VERSION}.jar" for module in MODULES]

    def command(self):
        path = ":".join(map(str, [self.context.work / "lucene", *self.jars()]))
        return ["java", "-Xmx2g", "-cp", path, "LuceneBench"]

    def prepare(self):
        for jar in self.jars():
            if not jar.is_file():
                raise Unavailable(f"there is no {jar.name}")
        need("java")
        folder = Path(__file__).parent
        try:
            measure.output_of([need("javac"), "-encoding", "UTF-8", "-nowarn", "-cp",
                               ":".join(map(str, self.jars())), "-d",
                               str(self.context.work / "lucene"),
                               *(str(folder / source) for source in SOURCES)])
        except measure.Failed as problem:
            raise Unavailable(f"LuceneBench.java can't be compiled: {problem}") from problem
