"""What the tests of jsearch share: small essays, and a test case that runs the command."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ESSAYS = {
    "kaidan.txt": "海辺の町の首脳会談\n\n架空 太郎\n\n"
    "海辺の町で首脳会談が開かれた。二つの町の長は、灯台の光を分け合うことで一致した。\n"
    "首脳会談の後には、焼きたての魚が振る舞われた。\n\nIEEJ: 2025年10月掲載 禁無断転載\n",
    "suiso.txt": "水素の船はどこへ行く\n\n想像 花子\n\n"
    "水素を積んだ船が港を出た。船長は首脳会談のことを何も知らなかった。\n\n"
    "IEEJ: 2024年3月掲載 禁無断転載\n",
    "fune.txt": "古い船の話\n\n想像 花子\n\n木の船は軽く、よく揺れる。帆は白い。\n\n"
    "IEEJ: 2023年5月掲載 禁無断転載\n",
}

RECORDS = [
    {"id": "r1", "title": "風車と牛", "body": "丘の上の風車は、牛が眠る間も回り続ける。", "author": "架空 太郎",
     "date": "2022-04-01", "topics": ["電力/風力"], "series": "丘の便り"},
    {"id": "r2", "title": "evil \x1b]0;owned\x07\x1b[31mred\x9b title", "body": "風車に\x1b[2Jご用心。",
     "date": "2021", "topic": "電力"},
    {"id": "r3", "title": "tab\there", "body": "風車の影\nが伸びる。", "authors": ["A\tB", "C"]},
]

TOPICS = "海/船\t船\n外交\t首脳会談\n"


def jsonl(records):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


class Jsearch(unittest.TestCase):
    """Each test has a folder of its own, in which jsearch runs."""

    jsearch = "jsearch"  # path of the command, set by the program

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="jsearch-test-")
        self.folder = Path(self._folder.name).resolve()
        self.addCleanup(self._folder.cleanup)

    def run_jsearch(self, *arguments, stdin=b"", environment=None, text=True):
        variables = {k: v for k, v in os.environ.items()
                     if k not in ("JSEARCH_INDEX", "NO_COLOR", "COLUMNS")}
        variables.update(environment or {})
        done = subprocess.run([self.jsearch, *arguments], cwd=self.folder, input=stdin,
                              capture_output=True, env=variables, timeout=120)
        if text:
            done.stdout = done.stdout.decode("utf-8")
        done.stderr = done.stderr.decode("utf-8")
        return done

    def expect(self, status, *arguments, **options):
        done = self.run_jsearch(*arguments, **options)
        self.assertEqual(done.returncode, status, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def expect_error(self, *arguments, said="", **options):
        """Status 2, and every line on stderr is an error, a hint or a note of ours."""
        done = self.expect(2, *arguments, **options)
        self.assertRegex(done.stderr, r"(?m)^jsearch: error: ")
        for line in done.stderr.splitlines():
            self.assertRegex(line, r"^jsearch: ")
        self.assertIn(said, done.stderr)
        return done

    def json_of(self, status, *arguments, **options):
        lines = self.expect(status, "search", "--json", *arguments, **options).stdout.splitlines()
        self.assertEqual(len(lines), 1)
        return json.loads(lines[0])

    def ids(self, *arguments):
        return sorted(h["id"] for h in self.json_of(0, *arguments)["hits"])

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def make_index(self):
        for name, text in ESSAYS.items():
            self.write("essays/" + name, text)
        self.write("records.jsonl", jsonl(RECORDS))
        self.write("topics.tsv", TOPICS)
        return self.expect(0, "index", "--topics", "topics.tsv", "essays", "records.jsonl")

    def last_line(self, done):
        return done.stdout.splitlines()[-1]
