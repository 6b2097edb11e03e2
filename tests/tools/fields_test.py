"""Fields declared on the command line: indexed, searched, filtered, counted, sorted, dropped.

usage: fields_test.py JSEARCH [unittest options]
"""
import json
import sys
import unittest
from pathlib import Path

from jsearch_case import Jsearch, jsonl

Jsearch.jsearch = str(Path(sys.argv.pop(1)).resolve())

PAPERS = [
    {"id": "h", "title": "水素", "body": "水素の輸出", "series": "Energy Brief", "price": 1200,
     "published": "2024-05-01", "section": "a/b"},
    {"id": "o", "title": "石油", "body": "石油の輸出", "series": "ＥＮＥＲＧＹ  brief",
     "price": "5,500", "published": "2025", "section": ["a/c", "d"]},
    {"id": "g", "title": "ガス", "body": "ガスの輸出", "series": ["Other", "Third"], "price": 12.5},
]
FIELDS = ["--field", "series:keyword:facet", "--field=price:number", "--field",
          "published:date:facet", "--field", "section:keyword:facet:hierarchical"]


class Fields(Jsearch):
    def make_papers(self):
        self.write("papers.jsonl", jsonl(PAPERS))
        return self.expect(0, "index", *FIELDS, "papers.jsonl")

    def order(self, by):
        return "".join(h["id"] for h in self.json_of(0, "--sort=" + by, "")["hits"])

    def fields(self):
        return json.loads(self.expect(0, "stats", "--json").stdout)["fields"]

    def test_search(self):
        self.make_papers()
        self.assertEqual(self.ids('series:"energy brief"'), ["h", "o"])
        self.assertEqual(self.ids("series:energy*"), ["h", "o"])
        self.assertEqual(self.ids("price:1,000..2,000"), ["h"])
        self.assertEqual(self.ids("ｐｒｉｃｅ：１２.５"), ["g"])
        self.assertEqual(self.ids("published:2024.. 輸出 -section:d"), ["h"])
        self.assertEqual(self.ids("--filter", "price=..1200", "--filter", "section=a"), ["h"])
        self.assertEqual(self.ids("--filter", "section="), ["g"])

    def test_counts(self):
        self.make_papers()
        answer = self.json_of(0, "", "--facets", "series,published:year,section", "--filter",
                              "series=Other")
        self.assertEqual(answer["total"]["value"], 1)
        self.assertEqual(answer["facets"]["series"],
                         [{"value": "Energy Brief", "count": 2},
                          {"value": "Other", "count": 1, "selected": True},
                          {"value": "Third", "count": 1}])
        self.assertEqual(answer["facets"]["published"], [{"value": "", "count": 1}])
        table = self.expect(0, "facets", "--facets", "section", "--format", "tsv").stdout
        self.assertEqual(table, "section\ta\t2\nsection\ta/b\t1\nsection\ta/c\t1\n"
                                "section\td\t1\nsection\t\t1\n")

    def test_order(self):
        self.make_papers()
        self.assertEqual(self.order("price"), "gho")
        self.assertEqual(self.order("-price"), "ohg")
        self.assertEqual(self.order("-published"), "ohg")
        self.assertEqual(self.order("title"), "gho")
        self.expect_error("search", "--sort", "size", "", said="price")

    def test_fields_are_kept_and_changed(self):
        self.make_papers()
        names = [field["name"] for field in self.fields()]
        self.assertEqual(names, ["keyphrases", "series", "number", "affiliation", "price", "published", "section"])
        self.assertIn("series:keyword:facet\n", self.expect(0, "stats").stdout)
        self.expect(0, "index", "--rebuild", "papers.jsonl")
        self.assertEqual([field["name"] for field in self.fields()], names)
        self.expect(0, "index", "--field", "price:none", "--field", "lang:keyword")
        self.assertEqual([field["name"] for field in self.fields()],
                         ["keyphrases", "series", "number", "affiliation", "published", "section", "lang"])
        self.expect_error("facets", "--facets", "price", said="\"price\" is not a field to count by")
        self.expect(0, "check")
        self.write("schema.json", json.dumps({"fields": [{"name": "price", "type": "number"}]}))
        self.expect(0, "index", "--schema", "schema.json")
        self.assertEqual(self.fields(), [{"name": "price", "type": "number"}])
        self.assertEqual(self.ids("price:12.."), ["g", "h", "o"])
        self.expect(0, "index", "--schema", "none")
        self.assertEqual(self.fields(), [])

    def test_values_that_do_not_fit(self):
        self.write("papers.jsonl", jsonl(PAPERS + [{"id": "x", "title": "", "body": "", "price": "cheap"}]))
        done = self.run_jsearch("index", *FIELDS, "papers.jsonl")
        self.assertEqual(done.returncode, 2)
        self.assertIn("papers.jsonl:4: document x: field \"price\" holds \"cheap\"", done.stderr)
        self.assertEqual(self.last_line(done), "3 added, 0 updated, 0 unchanged, 0 removed, 1 failed")
        self.expect_error("index", "--field", "series:number", said="document h: field \"series\"")
        self.assertEqual(self.ids("series:other"), ["g"])

    def test_declarations_that_are_none(self):
        for typed, said in (("x", "no type"), ("x:int", "no type \"int\""), ("a b:keyword", "\"a b\""),
                            ("Title:keyword", "\"title\""), ("path:keyword", "reserved"),
                            ("x:text:klingon", "klingon"), ("x:number:hierarchical", "levels")):
            self.expect_error("index", "--field", typed, said=said)
        self.expect_error("index", "--schema", "missing.json", said="missing.json")
        self.write("bad.json", "[]")
        self.expect_error("index", "--schema", "bad.json", said="bad.json")
        self.assertFalse((self.folder / ".jsearch").exists())


if __name__ == "__main__":
    unittest.main()
