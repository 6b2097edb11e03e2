"""python3 -m unittest, here; LIBSEARCH_LIBRARY names the library where it is not installed."""
import doctest
import gc
import os
import tempfile
import threading
import unittest

import libsearch

ESSAYS = [
    {"id": "1", "title": "屋根の上の発電所", "author": "青海 透", "date": "2023-06", "topic": "電力/太陽光", "price": 300,
     "body": "小学校の屋根に太陽光発電を載せ、町の電気をつくる。"},
    {"id": "2", "title": "夜の電気をためる", "author": "椎名 遥香", "date": "2024-01", "topic": "電力/蓄電池", "price": 500,
     "body": "昼の太陽光を蓄電池にため、夜の街灯の電気に使う。"},
    {"id": "3", "title": "港に着く水素", "author": "青海 透", "date": "2025-03", "topic": "燃料/水素", "price": 800,
     "body": "水素を燃料にした船が走る。エネルギーは<電気>でつくる。"},
]


class IndexTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "索引.idx")
        with libsearch.Writer(self.path) as writer:
            writer.declare({"name": "price", "type": "number", "facet": True})
            for essay in ESSAYS:
                writer.put(essay)
        self.index = libsearch.Index(self.path)
        self.addCleanup(self.index.close)

    def ids(self, query, **options):
        return sorted(hit.id for hit in self.index.search(query, **options))

    def test_hits_come_as_objects(self):
        results = self.index.search("蓄電池")
        self.assertEqual((len(results), results.total, results.relation), (1, 1, "eq"))
        [hit] = results
        self.assertEqual((hit.id, hit.title, hit.authors, hit.date), ("2", "夜の電気をためる", ["椎名 遥香"], "2024-01"))
        self.assertIn("<mark>蓄電池</mark>", hit.snippet)

    def test_snippets_are_escaped(self):
        [hit] = self.index.search("水素")
        self.assertIn("&lt;電気&gt;", hit.snippet)

    def test_filters_and_facets(self):
        results = self.index.search("電気", filters={"topic": ["電力/太陽光", "燃料"]}, facets=["topic", "author"])
        self.assertEqual(sorted(h.id for h in results), ["1", "3"])
        self.assertIn(libsearch.FacetValue("電力", 2), results.facets["topic"])  # its own filter does not count
        self.assertEqual(results.facets["author"], [libsearch.FacetValue("青海 透", 2)])
        self.assertEqual(self.ids("", filters={"date": "2024..2025"}), ["2", "3"])

    def test_declared_fields(self):
        self.assertEqual(self.ids("price:..500"), ["1", "2"])
        self.assertEqual([h.id for h in self.index.search("", sort="-price")], ["3", "2", "1"])

    def test_all_goes_over_the_pages(self):
        self.assertEqual([h.id for h in self.index.all("", sort="date", limit=2)], ["1", "2", "3"])

    def test_similar(self):
        self.assertEqual(sorted(hit.id for hit in self.index.similar("1")), ["2", "3"])
        self.assertEqual([hit.id for hit in self.index.similar("1", filters={"topic": "電力"})], ["2"])
        self.assertEqual(next(iter(self.index.similar_to_text("水素の船が港に着いた。"))).id, "3")
        with self.assertRaises(libsearch.Error) as raised:
            self.index.similar("4")
        self.assertEqual(raised.exception.status, "not_found")

    def test_suggestions(self):
        self.assertIn("エネルギー", [c.text for c in self.index.suggest("ene")])
        self.assertEqual([c.text for c in self.index.suggest("青", limit=1)], ["青海 透"])

    def test_documents(self):
        self.assertEqual(len(self.index), 3)
        self.assertEqual(self.index["3"]["body"], ESSAYS[2]["body"])
        self.assertIn("3", self.index)
        self.assertNotIn("4", self.index)
        with self.assertRaises(KeyError):
            self.index["4"]

    def test_texts_with_zero_bytes_and_beyond_16_bits_survive(self):
        odd = {"id": "zero\0id", "title": "𠮷野家", "body": "前\0後"}
        with libsearch.Writer(self.path) as writer:
            writer.put(odd)
        self.assertEqual(self.index["zero\0id"]["body"], "前\0後")
        self.assertEqual(self.ids("𠮷野"), ["zero\0id"])

    def test_an_exception_drops_what_was_put(self):
        with self.assertRaises(ZeroDivisionError):
            with libsearch.Writer(self.path) as writer:
                writer.remove("1")
                1 / 0
        self.assertEqual(len(self.index), 3)

    def test_a_reader_sees_commits(self):
        writer = libsearch.Writer(self.path)
        writer.remove("1")
        self.assertIn("1", self.index)
        writer.rollback()
        writer.remove("2")
        writer.set_topic_rules("乗り物\t船\n")
        writer.commit()
        writer.close()
        self.assertEqual(self.ids(""), ["1", "3"])
        self.assertEqual(self.ids("", filters={"topic": "乗り物"}), ["3"])

    def test_synonyms(self):
        with libsearch.Writer(self.path) as writer:
            writer.set_synonyms("バッテリー, 蓄電池\n")
        self.assertEqual(self.ids("バッテリー"), ["2"])

    def test_errors_say_what_and_how_on(self):
        with self.assertRaises(libsearch.Error) as raised:
            self.index.search("", filters={"colour": "red"})
        self.assertEqual(raised.exception.status, "invalid_argument")
        self.assertIn("colour", str(raised.exception))
        self.assertIn("topic", raised.exception.hint)
        with self.assertRaises(libsearch.Error) as raised:
            libsearch.Index(self.path + ".none")
        self.assertEqual(raised.exception.status, "not_found")
        with libsearch.Writer(self.path):
            with self.assertRaises(libsearch.Error) as raised:
                libsearch.Writer(self.path)
        self.assertEqual(raised.exception.status, "locked")
        with self.assertRaises(ValueError):
            libsearch.Index("a\0b")

    def test_a_closed_index_is_refused(self):
        index = libsearch.Index(self.path)
        index.close()
        index.close()
        with self.assertRaises(libsearch.Error) as raised:
            index.search("水素")
        self.assertEqual(raised.exception.status, "misuse")

    def test_a_forgotten_writer_lets_go_of_the_index(self):
        writer = libsearch.Writer(self.path)
        del writer
        gc.collect()
        libsearch.Writer(self.path).close()

    def test_one_index_per_thread(self):
        counts = []

        def work():
            with libsearch.Index(self.path) as index:
                counts.extend(index.search("電気").total for _ in range(20))
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(counts, [3] * 80)


class ReadmeTest(unittest.TestCase):
    def test_its_examples_do_what_they_say(self):
        before = os.getcwd()
        readme = os.path.join(os.path.dirname(os.path.abspath(__file__)), "README.md")
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                done = doctest.testfile(readme, module_relative=False, encoding="utf-8")
            finally:
                os.chdir(before)
        self.assertEqual(done.failed, 0)
        self.assertGreater(done.attempted, 5)


if __name__ == "__main__":
    unittest.main()
