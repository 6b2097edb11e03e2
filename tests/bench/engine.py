"""What each engine of the benchmark has in common."""
import shutil
import subprocess

import measure


class Unavailable(Exception):
    """Why an engine can't take part."""


class Settings:
    """How an engine is asked: name of the row, options; strict: just for what holds all parts."""

    def __init__(self, name="", options=(), strict=True):
        self.name = name
        self.options = list(options)
        self.strict = strict


class Answer:
    """Milliseconds inside the engine; hits as the engine counts them; their ids, best first."""

    def __init__(self, milliseconds, total, ids):
        self.milliseconds = milliseconds
        self.total = total
        self.ids = ids


class Engine:
    """One engine. Subclasses fill in what says `raise NotImplementedError`."""
    name = ""
    # Debian's packages to install where something is missing.
    packages = []
    # An engine with several rows is asked with each of these settings.
    settings = [Settings()]

    def __init__(self, context):
        self.context = context

    def prepare(self):
        """Builds what is needed, once. Raises Unavailable."""

    def version(self):
        return ""

    def index(self, corpus, folder):
        """Indexes a file of JSON lines into a new folder: seconds, peak memory in bytes."""
        raise NotImplementedError

    def search(self, folder, queries, limit, settings):
        """An Answer to each query: the parts between blanks must all occur. One process."""
        raise NotImplementedError

    def ask(self, folder, questions, limit):
        """An Answer to each question in natural language."""
        raise NotImplementedError

    def cold(self, folder, query):
        """Command and input of a process that answers one query; then of one that only starts."""
        raise NotImplementedError


class ProgramEngine(Engine):
    """An engine driven by a program in this folder, which is called like this:

    PROGRAM version
    PROGRAM index CORPUS INDEX THREADS MEMORY
    PROGRAM search INDEX LIMIT parts|question

    The last reads queries, one a line, and prints for each milliseconds, total and ids, with tabs
    between them.
    """

    def command(self):
        raise NotImplementedError

    def version(self):
        return measure.output_of([*self.command(), "version"]).strip()

    def index(self, corpus, folder):
        folder.mkdir(parents=True)
        command = [*self.command(), "index", corpus, folder, self.context.threads,
                   self.context.memory]
        return measure.run_measured(command, self.context.work)

    def run(self, folder, queries, limit, mode):
        said = measure.output_of([*self.command(), "search", str(folder), str(limit), mode],
                                 input="".join(query + "\n" for query in queries))
        answers = []
        for line in said.split("\n")[:-1]:
            milliseconds, total, *ids = line.split("\t")
            answers.append(Answer(float(milliseconds), int(total), ids))
        return answers

    def search(self, folder, queries, limit, settings):
        return self.run(folder, queries, limit, "parts")

    def ask(self, folder, questions, limit):
        return self.run(folder, questions, limit, "question")

    def cold(self, folder, query):
        return ([*self.command(), "search", str(folder), "10", "parts"], query + "\n",
                [*self.command(), "version"], "")


def need(program):
    """The path of a program. Raises Unavailable."""
    path = shutil.which(program)
    if path is None:
        raise Unavailable(f"there is no {program}")
    return path


def install(packages):
    """Installs those of Debian's packages that are not there. Raises Unavailable."""
    missing = []
    for package in packages:
        asked = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}", package],
                               capture_output=True, text=True)
        if asked.stdout != "installed":
            missing.append(package)
    if not missing:
        return
    for command in (["apt-get", "update", "-q"],
                    ["apt-get", "install", "-q", "-y", "--no-install-recommends", *missing]):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode != 0:
        raise Unavailable(f"can't install {' '.join(missing)}: {measure.last_line(done.stderr)}")
