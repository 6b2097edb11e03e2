"""Formats, encodings and topics of an archive, by the command line.

usage: jsearch_archive_test.py JSEARCH [unittest options]
"""
import json
import os
import sys
import unittest

from jsearch_case import Jsearch

ESSAY = "港の送電線\n\nかいとう資源研究所 研究員 青海 太郎\n2024年11月4日\n\n送電線は長い。送電線は重い。夜も昼も休まない。\n"


class Archive(Jsearch):
    def write(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(encoding))

    def test_one_essay_in_six_encodings_and_three_formats(self):
        names = {"utf-8": "a", "utf-16-le": "b", "utf-16-be": "c", "cp932": "d", "euc_jp": "e", "iso2022_jp": "f"}
        for encoding, name in names.items():
            self.write(f"docs/{name}.txt", ESSAY, encoding)
        lines = ESSAY.split("\n\n")
        self.write("docs/page", f"<html><h1>{lines[0]}</h1>" + "".join(f"<p>{x}</p>" for x in lines[1:]))
        self.write("docs/notes.md", "# " + ESSAY)
        done = self.expect(0, "index", "-v", "docs")
        self.assertEqual(self.last_line(done), "8 added, 0 updated, 0 unchanged, 0 removed, 0 failed")
        for part in ("docs/d.txt: text, CP932 (content, ", "docs/f.txt: text, ISO-2022-JP", "docs/page: html, UTF-8"):
            self.assertIn(part, done.stderr)
        found = json.loads(self.expect(0, "search", "夜も昼も", "--json", "--filter", "author=青海 太郎").stdout)
        self.assertEqual(len(found["hits"]), 8)
        self.assertEqual({(h["title"], h["date"]) for h in found["hits"]}, {("港の送電線", "2024-11-04")})

    def test_uncertain_encoding_fails_by_name_and_can_be_forced(self):
        self.write("docs/short.txt", "日本\n", "cp932")
        done = self.expect_error("index", "docs", said="its encoding is not certain: CP932")
        self.assertIn("--encoding CP932", done.stderr)
        self.expect(0, "index", "docs", "--encoding", "Shift_JIS")
        self.expect(0, "search", "日本")
        self.expect_error("index", "docs", "--encoding", "klingon", said="klingon")

    def test_dry_run_prints_and_changes_nothing(self):
        self.write("docs/a.txt", ESSAY, "euc_jp")
        self.write("docs/empty.txt", "")
        done = self.expect_error("index", "--dry-run", "docs", said="docs/empty.txt")
        seen = json.loads(done.stdout)
        self.assertEqual((seen["path"], seen["title"], seen["date"]), ("docs/a.txt", "港の送電線", "2024-11-04"))
        self.assertEqual(seen["encoding"]["name"], "EUC-JP")
        self.assertGreater(seen["confidence"]["title"], 0.9)
        self.assertEqual(os.listdir(self.folder), ["docs"])

    def test_topics_from_keyphrases_and_again_from_the_file(self):
        for name in "ab":
            self.write(f"docs/{name}.txt", ESSAY.replace("港", name))
        for name in "cd":
            self.write(f"docs/{name}.txt", f"{name}の話\n\n{name}の海は静かである。\n")
        self.expect(0, "index", "docs")
        self.assertIn("keyphrases: 送電線", self.expect(0, "show", "docs/a.txt").stdout)
        rules = self.expect(0, "topics", "--suggest").stdout
        self.assertIn("送電線\t\"送電線\"\n", rules)
        self.expect_error("index", "--retopic", said="no topic rules")
        self.write("topics.tsv", rules)
        self.expect(0, "index", "--topics", "topics.tsv")
        self.assertIn("送電線\t2", self.expect(0, "facets", "--facets", "topic", "--format", "tsv").stdout)
        self.write("topics.tsv", "自然/海\t静か\n")
        self.expect(0, "index", "--retopic")
        said = self.expect(0, "facets", "--facets", "topic", "--format", "tsv").stdout
        self.assertIn("自然/海\t2", said)
        self.assertNotIn("送電線", said)

    def test_cite(self):
        self.write("docs/a.txt", ESSAY)
        self.expect(0, "index", "docs")
        self.assertEqual(self.expect(0, "cite", "docs/a.txt").stdout,
                         "青海 太郎「港の送電線」、かいとう資源研究所 研究員、2024年11月4日。\n")
        self.expect(1, "cite", "nothing")


if __name__ == "__main__":
    Jsearch.jsearch = os.path.abspath(sys.argv.pop(1))
    unittest.main()
