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
        # The page, the Markdown and one of the six texts are one document.
        self.assertEqual(len(found["hits"]), 6)
        self.assertEqual([h["paths"] for h in found["hits"] if "paths" in h], [["docs/page", "docs/notes.md", "docs/a.txt"]])
        self.assertEqual(self.expect(0, "index", "--duplicates", "keep").stdout.splitlines()[-1],
                         "0 added, 0 updated, 0 unchanged, 0 removed, 0 failed")
        self.assertEqual(self.expect(0, "search", "夜も昼も", "--count").stdout, "8\n")
        self.expect(0, "index", "--duplicates", "join", "docs")
        self.assertEqual(self.expect(0, "search", "夜も昼も", "--count").stdout, "6\n")
        self.assertIn("docs/page\ndocs/notes.md\ndocs/a.txt\n", self.expect(0, "show", "docs/a.txt").stdout)
        self.assertEqual(self.expect(0, "cite", "docs/notes.md").stdout, self.expect(0, "cite", "docs/page").stdout)
        self.assertIn("docs/page (also docs/notes.md, docs/a.txt)", self.expect(0, "search", "夜も昼も").stdout)
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

    def test_records_have_keyphrases_too_unless_they_come_with_their_own(self):
        text = "送電線は長い。島の人は送電線を見る。"
        records = [{"id": "1", "title": "島", "body": text}, {"id": "2", "title": "島", "body": text, "keyphrases": ["灯台守"]},
                   {"id": "3", "title": "Small grids", "body": "The island grid is small, and the island grid is old."}]
        self.write("r.jsonl", "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records))
        self.expect(0, "index", "r.jsonl")
        said = self.expect(0, "facets", "--facets", "keyphrases", "--format", "tsv").stdout
        self.assertEqual(sorted(said.splitlines()[-3:]), ["keyphrases\tisland grid\t1", "keyphrases\t灯台守\t1", "keyphrases\t送電線\t1"])
        seen = [json.loads(line) for line in self.expect(0, "index", "--dry-run", "r.jsonl").stdout.splitlines()]
        self.assertEqual([one.get("keyphrases") for one in seen], [["送電線"], ["灯台守"], ["island grid"]])

    def test_an_archive_has_facets_that_nobody_declared(self):
        self.write("docs/a.txt", "小論「港の窓」（第12号）\n\n" + ESSAY)
        self.write("docs/b.txt", "海の話\n\n海は静かである。海は広い。\n")
        self.write("odd.jsonl", '{"id":"1","title":"t","body":"b","series":{"a":1},"number":2.5,"affiliation":["X","Y"]}\n')
        done = self.expect(0, "index", "docs", "odd.jsonl")
        self.assertEqual(self.last_line(done), "3 added, 0 updated, 0 unchanged, 0 removed, 0 failed")
        found = json.loads(self.expect(0, "search", "", "--json", "--facets", "keyphrases,series,number,affiliation").stdout)
        values = {name: {v["value"]: v["count"] for v in values} for name, values in found["facets"].items()}
        self.assertEqual(values["keyphrases"].get("送電線"), 1)
        self.assertEqual(values["series"], {"港の窓": 1, "": 2})
        self.assertEqual(values["number"], {"12": 1, "": 2})
        self.assertEqual(values["affiliation"], {"かいとう資源研究所 研究員": 1, "X": 1, "Y": 1, "": 1})
        one = self.expect(0, "search", "", "--filter", "keyphrases=送電線", "--files").stdout
        self.assertEqual(one, "docs/a.txt\n")
        self.assertEqual(self.expect(0, "search", "number:12 series:港の窓", "--files").stdout, one)
        shown = self.expect(0, "facets", "--format", "tsv").stdout
        self.assertIn("keyphrases\t送電線\t1", shown)
        self.assertNotIn("number\t", shown)
        # Who wants none has none, also after a rebuild.
        self.expect(0, "index", "--schema", "none", "docs")
        self.expect(0, "index", "--rebuild", "docs")
        self.expect_error("search", "", "--facets", "series", said="series")

    def test_a_copy_is_not_deleted_by_its_path(self):
        self.write("k/a.txt", ESSAY)
        lines = ESSAY.split("\n\n")
        self.write("k/a.html", f"<html><h1>{lines[0]}</h1>" + "".join(f"<p>{x}</p>" for x in lines[1:]))
        self.expect(0, "index", "k")
        self.assertEqual(self.ids(""), ["k/a.html"])
        self.expect(0, "show", "k/a.txt")
        done = self.expect(1, "delete", "k/a.txt")
        self.assertIn("error: k/a.txt is a copy of the document k/a.html", done.stderr)
        self.assertIn("\"jsearch delete k/a.html\"", done.stderr)
        self.assertIn(".jsearchignore", done.stderr)
        done = self.expect(1, "delete", "./k/a.html")
        self.assertIn("remove it by its id: jsearch delete k/a.html", done.stderr)
        self.assertEqual(self.ids(""), ["k/a.html"])
        # The way out for the copy alone.
        self.write("k/.jsearchignore", "a.txt\n")
        self.expect(0, "index", "k")
        self.assertIn("no document has the id k/a.txt", self.expect(1, "delete", "k/a.txt").stderr)
        (self.folder / "k/.jsearchignore").unlink()
        self.expect(0, "index", "k")
        # With its document it goes without a word.
        done = self.expect(0, "delete", "k/a.txt", "k/a.html")
        self.assertEqual((done.stdout, done.stderr), ("1 removed\n", ""))
        self.expect(1, "search", "")

    def test_cite(self):
        self.write("docs/a.txt", ESSAY)
        self.expect(0, "index", "docs")
        self.assertEqual(self.expect(0, "cite", "docs/a.txt").stdout,
                         "青海 太郎「港の送電線」、かいとう資源研究所 研究員、2024年11月4日。\n")
        self.write("docs/quoted.txt", ESSAY.replace("港の送電線", "「港」の送電線"))
        self.write("docs/quoted.md", "---\ntitle: The \"Quiet\" Grid\nauthor: Mio Hara\ndate: 2024\n---\n\nThe grid of the town was quiet.\n")
        self.expect(0, "index", "docs")
        self.assertEqual(self.expect(0, "cite", "docs/quoted.txt").stdout.split("、")[0], "青海 太郎「『港』の送電線」")
        self.assertEqual(self.expect(0, "cite", "docs/quoted.md").stdout, "Mio Hara. \"The 'Quiet' Grid.\" (2024).\n")
        self.expect(1, "cite", "nothing")

    def test_cite_what_has_several_values(self):
        record = {"id": "1", "title": "港の話", "author": "青海 太郎", "date": "2024", "body": "港は広い。",
                  "series": ["港シリーズ", "別冊"], "number": ["1", 2], "affiliation": ["甲研究所", "乙大学"]}
        english = dict(record, id="2", title="On Harbours", lang="en", url=["https://example.org/1"])
        odd = {"id": "3", "title": "港", "body": "港", "series": {"a": 1}, "number": []}
        self.write("r.jsonl", "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in (record, english, odd)))
        self.expect(0, "index", "r.jsonl")
        self.assertEqual(self.expect(0, "cite", "1", "2", "3").stdout.splitlines(), [
            "青海 太郎「港の話」『港シリーズ』『別冊』第1号・第2号、甲研究所; 乙大学、2024年。",
            "青海 太郎. \"On Harbours.\" 港シリーズ, 別冊 1, 2 (2024). https://example.org/1",
            "「港」。"])


if __name__ == "__main__":
    Jsearch.jsearch = os.path.abspath(sys.argv.pop(1))
    unittest.main()
