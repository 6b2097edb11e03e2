"""SQLite FTS5 with the trigram tokenizer for the benchmark; engine.py says how it is called."""
import json
import sqlite3
import sys
import time
from pathlib import Path

CREATE = """CREATE VIRTUAL TABLE documents USING fts5(
  id UNINDEXED, title, author, date UNINDEXED, body, tokenize='trigram')"""


def index(corpus, folder, memory):
    database = sqlite3.connect(Path(folder) / "documents.db")
    # The quickest that SQLite can do.
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute(f"PRAGMA cache_size = -{int(memory) * 1024}")
    database.execute(CREATE)
    with open(corpus, encoding="utf-8") as lines:
        database.executemany("INSERT INTO documents VALUES (:id, :title, :author, :date, :body)",
                             map(json.loads, lines))
    # One segment, as the other engines end with.
    database.execute("INSERT INTO documents(documents) VALUES ('optimize')")
    database.commit()
    database.close()


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def expression(query, question):
    """All parts of the query, or any three characters of the question."""
    if question:
        return " OR ".join(quoted(query[i:i + 3]) for i in range(max(1, len(query) - 2)))
    return " AND ".join(quoted(part) for part in query.split())


def search(folder, limit, question):
    database = sqlite3.connect(Path(folder) / "documents.db")
    for line in sys.stdin:
        query = line.rstrip("\n")
        started = time.perf_counter()
        rows = database.execute(
            "SELECT id FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT ?",
            (expression(query, question), limit)).fetchall()
        taken = (time.perf_counter() - started) * 1000
        print(f"{taken:.4f}", len(rows), *(row[0] for row in rows), sep="\t")


def version():
    database = sqlite3.connect(":memory:")
    database.execute(CREATE)
    print("SQLite", sqlite3.sqlite_version)


if __name__ == "__main__":
    if sys.argv[1] == "version":
        version()
    elif sys.argv[1] == "index":
        index(sys.argv[2], sys.argv[3], sys.argv[5])
    else:
        search(sys.argv[2], int(sys.argv[3]), sys.argv[4] == "question")
