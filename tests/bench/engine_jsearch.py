"""libsearch by its command: the hybrid index, and the index of all n-grams."""
import json

import measure
from engine import Answer, Engine, Settings, Unavailable

# What the other engines are asked for; by default there are snippets and other spellings too.
EXACT = ["--match", "all", "--variants", "off", "--total", "exact", "--snippet-length", "0"]


class Hybrid(Engine):
    name = "jsearch hybrid"
    settings = [Settings("default", strict=False), Settings("exact", EXACT)]
    index_options = []

    def jsearch(self):
        return str(self.context.jsearch)

    def prepare(self):
        if self.context.jsearch is None:
            raise Unavailable("there is no jsearch; name it with --jsearch")
        if not self.context.jsearch.is_file():
            raise Unavailable(f"there is no {self.context.jsearch}")

    def version(self):
        return measure.output_of([self.jsearch(), "--version"]).splitlines()[0].strip()

    def index(self, corpus, folder):
        command = [self.jsearch(), "index", "-i", folder, "-j", self.context.threads,
                   "--memory", self.context.memory, "-q", *self.index_options, corpus]
        return measure.run_measured(command, self.context.work)

    def run(self, folder, queries, limit, options):
        # Lines of a file without a tab are queries.
        said = measure.output_of(
            [self.jsearch(), "search", "-i", str(folder), "--limit", str(limit), *options,
             "--batch", "-"],
            input="".join("\t" + query + "\n" for query in queries))
        answers = []
        for line in said.split("\n")[:-1]:
            answer = json.loads(line)
            if "error" in answer:
                raise measure.Failed(f"{answer['query']}: {answer['error']['message']}")
            answers.append(Answer(answer["took_ms"], answer["total"]["value"],
                                  [hit["id"] for hit in answer["hits"]]))
        return answers

    def search(self, folder, queries, limit, settings):
        return self.run(folder, queries, limit, settings.options)

    def ask(self, folder, questions, limit):
        return self.run(folder, questions, limit, [])

    def cold(self, folder, query):
        return ([self.jsearch(), "search", "-i", str(folder), "--json", "--", query], "",
                [self.jsearch(), "--version"], "")


class Ngram(Hybrid):
    name = "jsearch ngram"
    index_options = ["--analyzer", "ngram"]

    def prepare(self):
        super().prepare()
        if "--analyzer" not in measure.output_of([self.jsearch(), "index", "--help"]):
            raise Unavailable("this jsearch has no option --analyzer")
