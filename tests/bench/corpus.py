"""The corpus, the queries, the questions, and what a plain scan of the text finds."""
import json
import subprocess
import unicodedata
from pathlib import Path

# Characters beside which a blank does not count: see the part on blanks in docs/QUERY_SYNTAX.md.
CJK = [(0x2E80, 0x2FDF), (0x2FF0, 0x303F), (0x3040, 0x30FF), (0x3100, 0x312F), (0x3190, 0x31FF),
       (0x3200, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F),
       (0xFF00, 0xFF9F), (0xFFDD, 0xFFEF), (0x1B000, 0x1B16F), (0x1F200, 0x1F2FF),
       (0x20000, 0x3FFFD)]


def read_lines(path):
    """The lines of a file, which may be compressed with zstd."""
    if str(path).endswith(".zst"):
        with subprocess.Popen(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE) as reader:
            for line in reader.stdout:
                yield line.decode("utf-8")
        if reader.returncode != 0:
            raise OSError(f"{path}: zstd can't read it")
    else:
        with open(path, encoding="utf-8", newline="\n") as opened:
            yield from opened


def flat(value):
    """A string of a record; lists are joined."""
    if isinstance(value, list):
        return "、".join(map(str, value))
    return "" if value is None else str(value)


def read_documents(path):
    """The documents of JSON lines, all with the same five fields, each a string."""
    documents = []
    for number, line in enumerate(read_lines(path), 1):
        if not line.strip():
            continue
        record = json.loads(line)
        author = record.get("author", record.get("authors"))
        documents.append({
            # The engines' answers are lines of ids with tabs between them.
            "id": flat(record.get("id", number)).replace("\t", " ").replace("\n", " "),
            "title": flat(record.get("title")),
            "author": flat(author),
            "date": flat(record.get("date")),
            "body": flat(record.get("body")),
        })
    return documents


def write_documents(documents, path):
    """Writes JSON lines: a blank after colon and comma, nothing escaped that need not be."""
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False) + "\n")


def text_bytes(documents):
    """UTF-8 bytes of all titles and bodies."""
    return sum(len(d["title"].encode()) + len(d["body"].encode()) for d in documents)


def fraction_of(documents, fraction):
    """Every n-th document, so that parts are mixed like the whole."""
    if fraction >= 1:
        return documents
    return [d for i, d in enumerate(documents)
            if int((i + 1) * fraction + 1e-9) > int(i * fraction + 1e-9)]


def read_queries(path):
    """(class, query) of each line."""
    with open(path, encoding="utf-8") as opened:
        rows = [line.rstrip("\n").split("\t") for line in opened if line.strip()]
    return [(row[0], row[1]) if len(row) > 1 else ("all", row[0]) for row in rows]


def read_questions(folder):
    """The documents, and (question, id of the right document)."""
    folder = Path(folder)
    with open(folder / "queries.tsv", encoding="utf-8") as opened:
        rows = [line.rstrip("\n").split("\t") for line in opened if line.strip()]
    return read_documents(folder / "docs.jsonl"), [(row[1], row[2]) for row in rows]


def is_cjk(character):
    code = ord(character)
    return code >= 0x2E80 and any(first <= code <= last for first, last in CJK)


def normalize(text):
    """NFKC and case fold; blanks beside Japanese go away, other runs of blanks become one."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    out = []
    for word in text.split():
        if out and not is_cjk(out[-1][-1]) and not is_cjk(word[0]):
            out.append(" ")
        out.append(word)
    return "".join(out)


class Scan:
    """All texts, normalized; finds by looking at each."""

    def __init__(self, documents):
        self.ids = [d["id"] for d in documents]
        # What stands in two fields does not join: U+0000 is in no query.
        fields = ("title", "author", "body")
        self.texts = ["\0".join(normalize(d[field]) for field in fields) for d in documents]

    def find(self, query):
        """Ids of the documents that contain each part of the query."""
        parts = [normalize(part) for part in query.split()]
        return {name for name, text in zip(self.ids, self.texts)
                if all(part in text for part in parts)}
