"""Groonga by its own command, which reads commands and tells how long each took."""
import json

import measure
from engine import Answer, Engine, Unavailable, need


def quoted(text):
    """A value of a command, in double quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def phrase(text):
    """A part of a query, to be found as it is."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Bigram(Engine):
    name = "Groonga TokenBigram"
    packages = ["groonga-bin"]
    tokenizer = "TokenBigram"
    plugin = None

    def prepare(self):
        need("groonga")
        if self.plugin:
            folder = self.context.work / "groonga-probe"
            folder.mkdir(exist_ok=True)
            said = self.answers(["-n", folder / "probe"], [f"plugin_register {self.plugin}"])
            if said != [True]:
                raise Unavailable(f"Groonga has no plugin {self.plugin}")

    def version(self):
        return " ".join(measure.output_of(["groonga", "--version"]).split()[:2])

    @staticmethod
    def raw(options, commands):
        """The lines that Groonga prints."""
        said = measure.output_of(["groonga", *map(str, options)],
                                 input="".join(command + "\n" for command in commands))
        return [json.loads(line) for line in said.splitlines() if line.startswith("[[")]

    @classmethod
    def answers(cls, options, commands):
        return [line[1] if len(line) > 1 else None for line in cls.raw(options, commands)]

    def write_commands(self, corpus, path):
        """Texts first, then the index over them: Groonga's advice for many documents at once."""
        with open(path, "w", encoding="utf-8") as out, open(corpus, encoding="utf-8") as lines:
            if self.plugin:
                out.write(f"plugin_register {self.plugin}\n")
            out.write("table_create Documents TABLE_HASH_KEY ShortText\n")
            for column, kind in (("title", "ShortText"), ("author", "ShortText"),
                                 ("date", "ShortText"), ("body", "LongText")):
                packed = "|COMPRESS_ZSTD" if column == "body" else ""
                out.write(f"column_create Documents {column} COLUMN_SCALAR{packed} {kind}\n")
            out.write("load --table Documents\n[\n")
            before = ""
            for line in lines:
                out.write(before + line.rstrip("\n").replace('{"id": ', '{"_key": ', 1))
                before = ",\n"
            out.write("\n]\n")
            out.write(f"table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer "
                      f"{self.tokenizer} --normalizer NormalizerNFKC130\n")
            out.write("column_create Terms places COLUMN_INDEX|WITH_POSITION|WITH_SECTION "
                      "Documents title,author,body\n")

    def index(self, corpus, folder):
        folder.mkdir(parents=True)
        commands = self.context.work / "commands.grn"
        self.write_commands(corpus, commands)
        figures = measure.run_measured(["groonga", "-n", folder / "db"], self.context.work,
                                       stdin=commands)
        commands.unlink()
        return figures

    @staticmethod
    def select(query, limit):
        return (f"select Documents --match_columns title||author||body --query {quoted(query)} "
                f"--output_columns _key,_score --sort_keys -_score --limit {limit} --cache no")

    def run(self, folder, queries, limit):
        commands = [self.select(query, limit) for query in queries]
        results = []
        for line in self.raw([folder / "db"], commands):
            status, found = line[0], line[1] if len(line) > 1 else None
            if status[0] != 0 or not found:
                results.append(Answer(status[2] * 1000, 0, []))
                continue
            (total,), _, *rows = found[0]
            results.append(Answer(status[2] * 1000, total, [row[0] for row in rows]))
        if len(results) != len(queries):
            raise measure.Failed(f"Groonga answered {len(results)} of {len(queries)} queries")
        return results

    def search(self, folder, queries, limit, settings):
        return self.run(folder, [" ".join(map(phrase, q.split())) for q in queries], limit)

    def ask(self, folder, questions, limit):
        # Similar documents: what Groonga has for sentences.
        return self.run(folder, ["*S" + phrase(question) for question in questions], limit)

    def cold(self, folder, query):
        command = self.select(" ".join(map(phrase, query.split())), 10)
        return ["groonga", str(folder / "db")], command + "\n", ["groonga", "--version"], ""


class Mecab(Bigram):
    name = "Groonga TokenMecab"
    packages = ["groonga-bin", "groonga-tokenizer-mecab"]
    tokenizer = "TokenMecab"
    plugin = "tokenizers/mecab"
