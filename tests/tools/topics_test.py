"""Topic rules by the command: their mistakes, and rules made of keyphrases.

usage: topics_test.py JSEARCH
"""
import os
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from jsearch_case import Jsearch


class Rules(Jsearch):
    def setUp(self):
        super().setUp()
        self.write("docs/a.txt", "風車の話\n\n丘の上の風車は、いつかまた回る。\n")

    def test_what_is_understood_otherwise_is_told(self):
        self.write("t.tsv", "電力\t(風車 OR\n年\tdate:いつか\n水\t水\n")
        expected = ["jsearch: warning: t.tsv: topic rules, line 1: no closing parenthesis; it is added at the end: (",
                    "jsearch: warning: t.tsv: topic rules, line 1: OR has nothing to join; searched as text: OR",
                    "jsearch: warning: t.tsv: topic rules, line 2: \"いつか\" is not a date; searched as text: date:いつか"]
        said = self.expect(0, "index", "--topics", "t.tsv", "docs").stderr.splitlines()
        self.assertEqual([line for line in said if "warning" in line], expected)
        # Also when they are read again and did not change.
        said = self.expect(0, "index", "--retopic").stderr.splitlines()
        self.assertEqual([line.replace(str(self.folder) + "/", "") for line in said], expected)
        self.assertEqual(self.expect(0, "index", "--quiet", "--retopic").stderr, "")
        self.assertEqual(self.expect(0, "index", "docs").stderr, "")
        self.write("t.tsv", "".join(f"t{n}\t風車 OR\n" for n in range(1000)))
        said = self.expect(0, "index", "--retopic").stderr.splitlines()
        self.assertEqual(len(said), 21)
        self.assertIn("and 980 more", said[-1])

    def test_what_is_no_rule_is_refused(self):
        for line, cause, hint in [("エネ//風\t風車", "the topic エネ//風 has a level without a name", "write エネ/風"),
                                  ("/エネ/\t風車", "the topic /エネ/ has a level without a name", "write エネ"),
                                  ("メモ付き\t風車\tこれはメモ", "a second tab", "begins with #")]:
            self.write("t.tsv", "水\t水\n" + line + "\n")
            done = self.expect_error("index", "--topics", "t.tsv", "docs", said="t.tsv: topic rules, line 2: ")
            self.assertIn(cause, done.stderr)
            self.assertIn(hint, done.stderr)
        self.assertFalse((self.folder / ".jsearch").exists())

    def test_the_encoding_is_found_out_or_named(self):
        rules = "# 話題の規則\n電力/風力\t風車 OR 風力発電\n時\tいつか\n"
        for encoding in ("cp932", "euc-jp", "utf-16", "iso-2022-jp", "utf-8-sig"):
            self.write("t.tsv", rules.encode(encoding))
            self.expect(0, "index", "--topics", "none", "docs")
            self.assertEqual(self.expect(0, "index", "--topics", "t.tsv").stderr, "")
            self.assertEqual(self.ids("--filter", "topic=電力/風力"), ["docs/a.txt"])
        # Too little to be certain of: it is refused, and the way out is one.
        self.write("t.tsv", "力\t風\n".encode("cp932"))
        self.expect_error("index", "--topics", "t.tsv", said="--topics: t.tsv: its encoding is not certain")
        self.assertIn("hint: name it: --encoding", self.run_jsearch("index", "--topics", "t.tsv").stderr)
        self.expect(0, "index", "--topics", "t.tsv", "--encoding", "CP932")
        self.assertEqual(self.ids("--filter", "topic=力"), ["docs/a.txt"])
        # What is UTF-8 is so, whatever the documents are.
        self.write("t.tsv", rules)
        self.expect(0, "index", "--retopic", "--encoding", "CP932")
        self.assertEqual(self.ids("--filter", "topic=電力/風力"), ["docs/a.txt"])
        self.write("s.txt", "風車, ふうしゃ, かざぐるま\n風力発電, 風による発電\n".encode("cp932"))
        self.expect(0, "index", "--synonyms", "s.txt")

    def test_why_nothing_is_suggested(self):
        text = "{0}の話\n\n{1}は長い。{1}は重い。夜も昼も休まない。\n"
        self.expect(0, "index", "docs")
        self.assertIn("no document has keyphrases", self.expect(1, "topics", "--suggest").stderr)
        (self.folder / "docs/a.txt").unlink()
        self.write("docs/b.txt", text.format("港", "送電線"))
        self.write("docs/c.txt", text.format("山", "変圧器"))
        self.expect(0, "index", "docs")
        done = self.expect(1, "topics", "--suggest")
        self.assertIn("no two documents share a keyphrase", done.stderr)
        self.assertNotIn("--rebuild", done.stderr)
        (self.folder / "docs/c.txt").unlink()
        for one in "甲乙丙丁戊":
            self.write(f"docs/{one}.txt", text.format(one, "送電線"))
        self.expect(0, "index", "docs")
        done = self.expect(1, "topics", "--suggest")
        self.assertIn("such as 送電線, are in more than half of the documents", done.stderr)
        self.assertIn("hint: index more documents", done.stderr)
        self.assertNotIn("--rebuild", done.stderr)
        for n in range(6):
            self.write(f"docs/{n}.txt", f"第{n}の話\n\n海は静かである。\n")
        self.expect(0, "index", "docs")
        self.assertIn("送電線\t\"送電線\"\n", self.expect(0, "topics", "--suggest").stdout)


if __name__ == "__main__":
    Jsearch.jsearch = os.path.abspath(sys.argv.pop(1))
    unittest.main()
