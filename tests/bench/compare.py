#!/usr/bin/env python3
"""Compares libsearch with other engines, side by side in one run.

Speed, size, memory, latency, exactness, ranking, and how they grow with the corpus.
docs/BENCHMARKS.md says what the figures mean. An engine that isn't there is skipped by name.
"""
import argparse
import datetime
import json
import os
import platform
import random
import shutil
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import corpus
import generate
import measure
import report
from engine import Unavailable, install
from engine_fts5 import Fts5
from engine_groonga import Bigram, Mecab
from engine_jsearch import Hybrid, Ngram
from engine_lucene import Lucene
from engine_xapian import Xapian

ENGINES = {"hybrid": Hybrid, "ngram": Ngram, "lucene": Lucene, "groonga": Bigram,
           "groonga-mecab": Mecab, "fts5": Fts5, "xapian": Xapian}
PERCENTILES = (50, 95, 99)
HITS = 10
COLD_STARTS = 10
PROBLEMS = (measure.Failed, OSError, ValueError)


class Context:
    """What engines need to know."""

    def __init__(self, given, work):
        self.work = work
        self.threads = given.threads
        self.memory = given.memory
        self.jsearch = find_jsearch(given.jsearch)


def find_jsearch(named):
    """The path of jsearch: named, built here, or installed."""
    built = Path(__file__).resolve().parents[2] / "build" / "tools" / "jsearch"
    path = named or (built if built.is_file() else shutil.which("jsearch"))
    return Path(path).resolve() if path else None


def say(text):
    print(text, file=sys.stderr, flush=True)


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", metavar="FILE",
                        help="JSON lines, also compressed with zstd; default: a corpus is made")
    parser.add_argument("--queries", metavar="FILE", help="lines of class, tab, query")
    parser.add_argument("--generate", metavar="N", type=int, default=2000,
                        help="documents of the corpus that is made (default %(default)s)")
    parser.add_argument("--questions", metavar="DIR",
                        help="folder of docs.jsonl and queries.tsv: number, question, id of answer")
    parser.add_argument("--engines", metavar="LIST", default=",".join(ENGINES),
                        help="default %(default)s")
    parser.add_argument("--fractions", metavar="LIST", default="1",
                        help="parts of the corpus to measure, like 1/8,1/4,1/2,1 (default 1)")
    parser.add_argument("--threads", metavar="N", type=int, default=2, help="default %(default)s")
    parser.add_argument("--memory", metavar="MIB", type=int, default=256,
                        help="default %(default)s")
    parser.add_argument("--rounds", metavar="N", type=int, default=5,
                        help="times each query is timed (default %(default)s)")
    parser.add_argument("--warmup", metavar="N", type=int, default=3,
                        help="times all queries are asked before (default %(default)s)")
    parser.add_argument("--sample", metavar="N", type=int, default=100,
                        help="queries to compare with a scan; 0 = all (default %(default)s)")
    parser.add_argument("--work", metavar="DIR",
                        help="folder for indexes (default: a temporary one)")
    parser.add_argument("--jsearch", metavar="PATH",
                        help="default: as built here, or as installed")
    parser.add_argument("--install", action="store_true",
                        help="install engines that are not there, with apt-get")
    parser.add_argument("--json", metavar="FILE", help="write all figures")
    parser.add_argument("--markdown", metavar="FILE", help="write the tables")
    given = parser.parse_args()
    if bool(given.corpus) != bool(given.queries):
        parser.error("--corpus and --queries go together")
    try:
        given.fractions = sorted({Fraction(f) for f in given.fractions.split(",")} | {Fraction(1)})
    except (ValueError, ZeroDivisionError):
        parser.error("--fractions: write them like 1/8,1/4,1/2,1")
    if not 0 < given.fractions[0] <= given.fractions[-1] <= 1:
        parser.error("--fractions: they are above 0 and at most 1")
    unknown = set(given.engines.split(",")) - set(ENGINES)
    if unknown:
        parser.error(f"--engines: there is no {', '.join(sorted(unknown))}; "
                     f"there are {', '.join(ENGINES)}")
    if min(given.rounds, given.threads, given.memory, given.generate) < 1:
        parser.error("--rounds, --threads, --memory and --generate are at least 1")
    return given


def machine():
    """What the figures were measured on."""
    def field(path, key):
        try:
            with open(path, encoding="utf-8") as opened:
                return next((line.split(":", 1)[1].strip() for line in opened
                             if line.startswith(key)), "")
        except OSError:
            return ""
    return {
        "processor": field("/proc/cpuinfo", "model name") or platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30,
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
        "load": os.getloadavg()[0],
    }


def time_queries(engine, folder, queries, settings, given):
    """Percentiles of the queries' medians by class, "all" being all; and of the first time."""
    asked = [query for _, query in queries] * (given.warmup + given.rounds)
    answers = engine.search(folder, asked, HITS, settings)
    if len(answers) != len(asked):
        raise measure.Failed(f"{len(answers)} answers to {len(asked)} queries")
    by_class = {}
    for i, (kind, _) in enumerate(queries):
        own = [a.milliseconds for a in answers[i::len(queries)][given.warmup:]]
        for name in (kind, "all"):
            by_class.setdefault(name, []).append(measure.median(own))
    first = [answer.milliseconds for answer in answers[:len(queries)]]
    return {"latency": {name: percentiles(values) for name, values in by_class.items()},
            "first": percentiles(first)}


def percentiles(values):
    return {f"p{p}": measure.percentile(values, p) for p in PERCENTILES}


def mean(values):
    return sum(values) / len(values) if values else None


def compare_with_scan(engine, folder, queries, truths, settings, documents):
    """Share of the queries answered with just the right documents; mean recall and precision."""
    answers = engine.search(folder, queries, documents, settings)
    right, recalls, precisions = [], [], []
    for truth, answer in zip(truths, answers):
        found = set(answer.ids)
        right.append(found == truth)
        if truth:
            recalls.append(len(found & truth) / len(truth))
        if found:
            precisions.append(len(found & truth) / len(found))
    wrong = [query for query, good in zip(queries, right) if not good]
    return {"right": mean(right), "recall": mean(recalls), "precision": mean(precisions),
            "queries": len(queries), "wrong": wrong[:20]}


def cold_start(engine, folder, queries):
    """Milliseconds of a process with one query beyond one that only starts: medians of ten."""
    whole, start = [], []
    step = max(1, len(queries) // COLD_STARTS)
    for _, query in queries[::step][:COLD_STARTS]:
        command, stdin, bare_command, bare_stdin = engine.cold(folder, query)
        whole.append(measure.seconds_of(command, stdin))
        start.append(measure.seconds_of(bare_command, bare_stdin))
    return (measure.median(whole) - measure.median(start)) * 1000


def rank(engine, work, documents, questions):
    """Where the right document stands in the answers to questions."""
    path, folder = work / "questions.jsonl", work / "questions"
    corpus.write_documents(documents, path)
    shutil.rmtree(folder, ignore_errors=True)
    engine.index(path, folder)
    answers = engine.ask(folder, [question for question, _ in questions], HITS)
    shutil.rmtree(folder)
    if len(answers) != len(questions):
        raise measure.Failed(f"{len(answers)} answers to {len(questions)} questions")
    places = [answer.ids.index(right) + 1 if right in answer.ids else 0
              for answer, (_, right) in zip(answers, questions)]
    return {"mrr": mean([1 / place if place else 0 for place in places]),
            "hit1": mean([place == 1 for place in places]),
            "hit10": mean([place > 0 for place in places]),
            "p50": measure.median([answer.milliseconds for answer in answers])}


def prepare(engine, may_install):
    """Makes an engine ready; packages are installed only if it isn't there without."""
    try:
        engine.prepare()
    except Unavailable:
        if not may_install or not engine.packages:
            raise
        install(engine.packages)
        engine.prepare()


class Benchmark:
    """One run of all engines."""

    def __init__(self, given, work):
        self.given = given
        self.work = work
        self.machine = machine()
        self.skipped = []
        self.failed = False
        self.engines = []
        self.figures = {}
        context = Context(given, work)
        for key in given.engines.split(","):
            engine = ENGINES[key](context)
            try:
                prepare(engine, given.install)
                self.figures[engine] = {"name": engine.name, "version": engine.version(),
                                        "runs": []}
                self.engines.append(engine)
            except (Unavailable, *PROBLEMS) as problem:
                self.skip(engine, problem)

    def skip(self, engine, problem):
        say(f"skipped: {engine.name}: {problem}")
        self.skipped.append([engine.name, str(problem)])
        if engine in self.engines:
            self.engines.remove(engine)

    def each(self, what, step):
        """Does a step with each engine; one that fails takes no further part."""
        for engine in list(self.engines):
            say(f"{engine.name}: {what}")
            try:
                step(engine)
            except PROBLEMS as problem:
                self.skip(engine, f"{what}: {problem}")
                self.failed = True

    def measure_part(self, fraction, documents, queries):
        """Indexes a part of the corpus with each engine and times the queries."""
        part = corpus.fraction_of(documents, fraction)
        path = self.work / "part.jsonl"
        corpus.write_documents(part, path)
        # Texts that are being written to disk must not slow the first engine.
        os.sync()
        sizes = {"fraction": str(fraction), "documents": len(part),
                 "input_bytes": path.stat().st_size, "text_bytes": corpus.text_bytes(part)}
        whole = fraction == 1
        sample, truths = self.sample(part, queries) if whole else ([], [])

        def step(engine):
            folder = self.work / "index"
            shutil.rmtree(folder, ignore_errors=True)
            seconds, peak = engine.index(path, folder)
            os.sync()
            run = dict(sizes, seconds=seconds, peak_bytes=peak,
                       index_bytes=measure.bytes_on_disk(folder), searches={})
            for settings in engine.settings:
                found = time_queries(engine, folder, queries, settings, self.given)
                found["strict"] = settings.strict
                if whole:
                    found["exact"] = compare_with_scan(engine, folder, sample, truths, settings,
                                                       len(part))
                run["searches"][settings.name] = found
            if whole:
                self.figures[engine]["cold_ms"] = cold_start(engine, folder, queries)
            self.figures[engine]["runs"].append(run)
            shutil.rmtree(folder)

        self.each(f"{fraction} of the corpus", step)
        path.unlink()
        return sizes

    def sample(self, documents, queries):
        """Some of the queries, the same in each run, and the ids that a scan finds."""
        say("scanning the texts")
        asked = [query for _, query in queries]
        if 0 < self.given.sample < len(asked):
            asked = random.Random(1).sample(asked, self.given.sample)
        scan = corpus.Scan(documents)
        return asked, [scan.find(query) for query in asked]

    def run(self):
        given = self.given
        if given.corpus:
            name, source, asked = Path(given.corpus).name, given.corpus, given.queries
        else:
            name = "generated"
            source, asked = generate.generate(self.work / "generated", given.generate, 1000, seed=1)
        documents, queries = corpus.read_documents(source), corpus.read_queries(asked)
        if not documents or not queries:
            raise SystemExit("compare.py: there are no documents or no queries")
        for fraction in given.fractions:
            sizes = self.measure_part(fraction, documents, queries)
        if given.questions:
            texts, questions = corpus.read_questions(given.questions)

            def step(engine):
                self.figures[engine]["ranking"] = rank(engine, self.work, texts, questions)

            self.each(f"{len(questions)} questions", step)
        classes = list(dict.fromkeys(kind for kind, _ in queries))
        return {
            "date": datetime.date.today().isoformat(), "machine": self.machine,
            "threads": given.threads, "memory": given.memory,
            "rounds": given.rounds, "warmup": given.warmup,
            "corpus": dict(sizes, name=name, queries=len(queries), classes=[*classes, "all"]),
            "skipped": self.skipped, "engines": list(self.figures.values()),
        }


def main():
    given = options()
    if given.work:
        Path(given.work).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="libsearch-bench-", dir=given.work) as work:
        benchmark = Benchmark(given, Path(work))
        if not benchmark.engines:
            sys.exit("compare.py: none of the engines is there")
        result = benchmark.run()
    text = report.document(result)
    print(text, end="")
    if given.json:
        Path(given.json).write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n",
                                    encoding="utf-8")
    if given.markdown:
        Path(given.markdown).write_text(text, encoding="utf-8")
    # Engines may be missing, but those that are there must come through.
    return 1 if benchmark.failed else 0


if __name__ == "__main__":
    sys.exit(main())
