"""The screen of a search: lists of facets, sparkline, suggestions, widths; and what programs get instead.

usage: screen_test.py JSEARCH [unittest options]
"""
import json
import re
import sys
import unicodedata
import unittest
from pathlib import Path

from jsearch_case import Jsearch, jsonl

Jsearch.jsearch = str(Path(sys.argv.pop(1)).resolve())

# Years of 24 notes: none in 2021, most in 2024.
YEARS = [2019] * 3 + [2020] * 2 + [2022] * 4 + [2023] * 5 + [2024] * 7 + [2025] * 3
TOPICS = ["電力/蓄電池", "電力/送電網", "水素/アンモニア", "資源"]
AUTHORS = ["青木 花", "小山 堅", "小山堅", "Elena Marsh"]


def notes():
    for i, year in enumerate(YEARS):
        yield {"id": f"n{i:02}", "title": f"蓄電池と系統の話、その{i}", "date": f"{year}-0{i % 9 + 1}",
               "author": AUTHORS[i % 4], "topics": [TOPICS[i % 4], "電力"] if i % 3 else ["水素/アンモニア"],
               "magazine": ["海", "山", "山 "][i % 3], "pages": i,
               "body": f"蓄電池は系統を支える。<b>&は印ではない</b>。{'長い文が続く、' * 30}蓄電池の価格は下がった。"}


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Screen(Jsearch):
    def setUp(self):
        super().setUp()
        self.write("notes.jsonl", jsonl(notes()))
        self.expect(0, "index", "--field", "magazine:keyword:facet", "--field", "pages:number", "notes.jsonl")

    def shown(self, *arguments, width=80, status=0):
        done = self.expect(status, *arguments, "--color=always", environment={"COLUMNS": str(width)})
        return plain(done.stdout)

    def test_every_line_fits(self):
        for width in (40, 60, 80, 120, 200):
            for command in (["search", "蓄電池", "--facets", "topic,author,date,magazine"],
                            ["facets"], ["suggest", "蓄電"], ["similar", "n03", "--facets", "date:month"]):
                for line in self.shown(*command, width=width).splitlines():
                    self.assertLessEqual(columns(line), width, (command, line))

    def test_bars_stand_under_each_other(self):
        lines = self.shown("facets", "--facets", "topic,author", width=60).splitlines()
        bars = {columns(line[:line.index("▇")]) for line in lines if "▇" in line}
        self.assertLessEqual(len(bars), 2, lines)

    def test_topics_are_a_tree(self):
        lines = [line.rstrip() for line in self.shown("facets", "--facets", "topic").splitlines()]
        names = [re.sub(r"\s+▇.*", "", line) for line in lines if "▇" in line]
        self.assertIn("  電力", names)
        self.assertEqual(names[names.index("  電力") + 1][:4], "    ")
        self.assertIn("    アンモニア", names)
        self.assertEqual(names[names.index("    アンモニア") - 1], "  水素")

    def test_a_hit_lists_its_deepest_topics(self):
        hit = self.shown("search", "id:n01")
        self.assertIn("   電力/送電網\n", hit)

    def test_sparkline(self):
        years = self.shown("facets", "--facets", "date:year")
        self.assertIn("  2019 ▃▂ ▄▅▇▃ 2025\n", years)
        few = self.shown("search", "id:n01 OR id:n20", "--facets", "date:year")
        self.assertNotIn("▁", few.replace("▇", ""))
        self.assertNotRegex(few, r"2019 .* 2024")

    def test_what_is_chosen_is_listed(self):
        shown = self.shown("search", "", "--facets", "author", "--facet-limit", "1", "--filter", "author=Elena Marsh")
        self.assertRegex(shown, r"(?m)^▸ Elena Marsh ")
        answer = self.json_of(0, "", "--facets", "author", "--facet-limit", "1", "--filter", "author=Elena Marsh")
        self.assertEqual(len(answer["facets"]["author"]), 1)

    def test_one_author_in_two_spellings(self):
        table = self.expect(0, "facets", "--facets", "author", "--format", "tsv").stdout
        self.assertIn("author\t小山 堅\t12\n", table)
        order = self.expect(0, "facets", "--facets", "author", "--facet-sort", "reading", "--format", "tsv").stdout
        self.assertEqual([line.split("\t")[1] for line in order.splitlines()], ["Elena Marsh", "小山 堅", "青木 花"])
        oldest = self.expect(0, "facets", "--facets", "date:year", "--facet-sort", "value", "--format", "tsv").stdout
        self.assertEqual(oldest.splitlines()[0], "date\t2019\t3")

    def test_a_slip(self):
        shown = self.shown("search", "畜電池", status=1)
        self.assertEqual(shown.splitlines()[1:], ["did you mean: 蓄電池"])
        self.assertIn("try --match any", self.shown("search", "馬車　荷台", status=1))
        self.assertIn("jsearch suggest", self.shown("search", "馬車", status=1))
        self.assertEqual(self.json_of(1, "畜電池")["suggestions"], ["蓄電池"])

    def test_collapse_by_a_declared_field(self):
        answer = self.json_of(0, "蓄電池", "--collapse", "magazine", "--sort=-pages", "--limit", "1")
        self.assertEqual([h["id"] for h in answer["hits"]], ["n23"])
        self.assertEqual(answer["hits"][0]["collapsed"], 15)
        behind = self.json_of(0, "蓄電池", "--collapse", "magazine", "--sort=-pages", "--limit", "1",
                              "--after", answer["next"])
        self.assertEqual([h["id"] for h in behind["hits"]], ["n21"])
        self.assertNotIn("next", behind)
        self.assertIn("   and 15 more\n", self.shown("search", "蓄電池", "--collapse", "magazine", "--sort=-pages"))
        self.expect_error("search", "蓄電池", "--collapse", "pages", said="magazine")
        self.expect_error("search", "蓄電池", "--after", "x" * 20, said="cursor")

    def test_similar_counts_nothing(self):
        # What all notes hold tells nothing: those of the same author are left.
        self.assertRegex(self.shown("similar", "n03"), r"^5 similar documents · ")
        self.assertRegex(self.shown("similar", "--text", "Marsh", "--filter", "date=2020"), r"^1 similar document · ")

    def test_similar_to_nothing(self):
        done = self.run_jsearch("similar", "--text", "zzzz")
        self.assertEqual(done.returncode, 1)
        self.assertIn("nothing shares a telling word with it", done.stdout)
        self.assertNotIn("part of the word", done.stdout)

    def test_tags(self):
        snippet = self.json_of(0, "蓄電池", "--mark-tags", "[,]", "-n", "1")["hits"][0]["snippet"]
        self.assertIn("[蓄電池]は系統を支える。&lt;b&gt;&amp;は印ではない&lt;/b&gt;", snippet)
        self.assertIn("{蓄電池}は系統を支える。<b>&は印", self.expect(0, "search", "蓄電池", "--mark-tags", "{,}", "-n", "1").stdout)

    def test_programs_get_the_same_whatever_the_screen(self):
        asked = ["search", "--json", "蓄電池", "--facets", "topic,author,date", "--filter", "topic=電力"]

        def answer(*more, environment=None):
            return re.sub(r'"took_ms":[0-9.e+-]+', "", self.expect(0, *asked, *more, environment=environment).stdout)

        usual = answer()
        for environment in ({"COLUMNS": "20"}, {"COLUMNS": "300"}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "xterm"}):
            self.assertEqual(answer(environment=environment), usual, environment)
        for colour in ("always", "never", "auto"):
            self.assertEqual(answer("--color", colour), usual, colour)
        self.assertEqual(len(json.loads(self.expect(0, *asked).stdout)["facets"]["date"]), 6)


if __name__ == "__main__":
    unittest.main()
