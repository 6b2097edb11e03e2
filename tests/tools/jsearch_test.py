"""Command line in, output and exit status out.

usage: jsearch_test.py JSEARCH [unittest options]
"""
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

from jsearch_case import ESSAYS, RECORDS, Jsearch, jsonl

JSEARCH = Jsearch.jsearch = str(Path(sys.argv.pop(1)).resolve())


class Index(Jsearch):
    def test_counts_and_second_run(self):
        first = self.make_index()
        self.assertEqual(self.last_line(first),
                         "6 added, 0 updated, 0 unchanged, 0 removed, 0 failed")
        self.assertIn("jsearch: made a new index: .jsearch", first.stderr)
        self.assertTrue((self.folder / ".jsearch").is_dir())
        second = self.expect(0, "index", "essays", "records.jsonl")
        self.assertEqual(self.last_line(second),
                         "0 added, 0 updated, 6 unchanged, 0 removed, 0 failed")
        self.assertEqual(second.stderr, "")

    def test_changed_and_removed_files(self):
        self.make_index()
        self.write("essays/fune.txt", ESSAYS["fune.txt"].replace("帆は白い", "帆は青い"))
        (self.folder / "essays/suiso.txt").unlink()
        done = self.expect(0, "index", "essays")
        self.assertEqual(self.last_line(done),
                         "0 added, 1 updated, 1 unchanged, 1 removed, 0 failed")
        self.expect(0, "search", "帆は青い")
        self.expect(1, "search", "--match", "all", "--variants", "off", "水素を積んだ船")

    def test_bad_files_cost_nothing_else(self):
        self.write("in/good.txt", ESSAYS["kaidan.txt"])
        self.write("in/empty.txt", "")
        self.write("in/binary.txt", bytes(range(256)) * 20)
        self.write("in/latin1.txt", "caf\xe9 首脳".encode("utf-8") + b"\xe9\xff end\n" * 5)
        self.write("in/lines.jsonl", jsonl(RECORDS[:1]) + "{broken\n" + jsonl(RECORDS[1:2]))
        done = self.expect_error("index", "in")
        self.assertEqual(self.last_line(done),
                         "3 added, 0 updated, 0 unchanged, 0 removed, 4 failed")
        for name in ("empty.txt: ", "binary.txt: ", "latin1.txt: ", "lines.jsonl:2: "):
            self.assertRegex(done.stderr, rf"(?m)^jsearch: error: \S*{re.escape(name)}")
        self.assertIn("jsearch: hint: ", done.stderr)
        self.expect(0, "search", "首脳会談")
        self.expect(0, "search", "風車")
        again = self.expect_error("index", "in")
        self.assertRegex(self.last_line(again), r"^0 added, 0 updated, .* 0 removed, 4 failed$")

    def test_missing_path_changes_nothing(self):
        self.make_index()
        (self.folder / "essays/suiso.txt").unlink()
        self.expect_error("index", "essays", "nowhere", said="nowhere")
        self.expect(0, "search", "水素を積んだ船")

    def test_standard_input(self):
        done = self.expect(0, "index", "-i", "idx", "-", stdin=jsonl(RECORDS).encode())
        self.assertEqual(self.last_line(done),
                         "3 added, 0 updated, 0 unchanged, 0 removed, 0 failed")
        self.expect(0, "search", "-i", "idx", "風車")

    def test_folder_of_another_program(self):
        self.write("other/notes.txt", "mine")
        self.write("other/flintlock", "")
        self.write("in.txt", ESSAYS["fune.txt"])
        self.expect_error("index", "-i", "other", "in.txt", said="other")
        self.expect_error("search", "-i", "other", "x", said="other")
        self.expect_error("check", "-i", "other", said="other")
        self.assertEqual(sorted(p.name for p in (self.folder / "other").iterdir()),
                         ["flintlock", "notes.txt"])

    def test_topics_are_kept_and_dropped(self):
        self.make_index()
        self.assertEqual(len(self.ids("--filter", "topic=海")), 2)
        self.write("essays/new.txt", "新しい船\n\n架空 太郎\n\n鉄の船が来た。\n\nIEEJ: 2025年1月掲載\n")
        self.expect(0, "index", "essays")
        self.assertEqual(len(self.ids("--filter", "topic=海/船")), 3)
        self.expect(0, "index", "--topics", "none")
        self.expect(1, "search", "--filter", "topic=海")
        self.assertEqual(self.ids("--filter", "topic=電力"), ["r1", "r2"])

    def test_rebuild_keeps_topics(self):
        self.make_index()
        self.expect(0, "index", "--rebuild", "essays")
        self.assertEqual(len(self.ids("--filter", "topic=海")), 2)
        self.assertEqual(len(self.ids("")), 3)

    def test_rebuild_of_what_no_longer_opens(self):
        self.make_index()
        # As if an earlier version had made it.
        for table in (self.folder / ".jsearch").glob("g-*/postlist.glass"):
            table.write_bytes(table.read_bytes().replace(b"hybrid nfkc/", b"hybrid nfkz/"))
        self.expect_error("search", "船", said="index --rebuild")
        self.expect_error("index", "essays", said="index --rebuild")
        self.expect(0, "index", "--rebuild", "essays")
        self.assertEqual(len(self.ids("--filter", "topic=海")), 2)
        current = self.folder / ".jsearch/current"
        current.write_text(current.read_text().splitlines()[0] + "\nformat 99\n")
        self.expect_error("search", "船", said="index --rebuild")
        self.expect(0, "index", "--rebuild", "essays")
        self.assertEqual(len(self.ids("")), 3)

    def test_synonyms_are_kept_and_dropped(self):
        self.make_index()
        self.write("synonyms.txt", "# ours\n\n船舶, 船\n")
        before = self.ids("--match", "all", "船")
        self.expect(1, "search", "--match", "all", "船舶")
        self.expect(0, "index", "--synonyms", "synonyms.txt")
        self.assertEqual(self.ids("--match", "all", "船舶"), before)
        self.expect(1, "search", "--match", "all", "--variants", "off", "船舶")
        self.expect(0, "index", "--synonyms", "none")
        self.expect(1, "search", "--match", "all", "船舶")
        self.write("bad.txt", "船, 舟\n船舶\n")
        self.expect_error("index", "--synonyms", "bad.txt", said="line 2")
        self.expect_error("index", "--synonyms", "missing.txt", said="missing.txt")

    def test_a_path_that_is_empty(self):
        for words in (["", "."], ["--dry-run", ""]):
            done = self.expect_error("index", *words, said="error: a PATH is empty")
            self.assertIn("hint: ", done.stderr)
        self.assertFalse((self.folder / ".jsearch").exists())

    def test_bad_topics(self):
        self.write("bad.tsv", "no tab here\n")
        self.write("in.txt", ESSAYS["fune.txt"])
        self.expect_error("index", "--topics", "bad.tsv", "in.txt", said="bad.tsv")
        self.expect_error("index", "--topics", "missing.tsv", "in.txt", said="missing.tsv")
        self.expect_error("index", "--topics", ".", "in.txt", said="--topics: .")
        self.assertFalse((self.folder / ".jsearch").exists())

    def test_quiet(self):
        self.write("in.txt", ESSAYS["fune.txt"])
        done = self.expect(0, "index", "--quiet", "in.txt")
        self.assertEqual(done.stdout + done.stderr, "")


    def test_interrupt(self):
        process = subprocess.Popen([JSEARCH, "index", "-"], cwd=self.folder, text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdin.write(jsonl(RECORDS))
        process.stdin.flush()
        if not self.wait_for_handler(process):
            process.kill()
            process.communicate()
            self.skipTest("no /proc/PID/status")
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2, errors)
        self.assertIn("jsearch: error: interrupted: nothing was changed\n", errors)
        self.expect_error("search", "風車")

    def wait_for_handler(self, process):
        """Waits until SIGINT would be caught."""
        for _ in range(1000):
            try:
                status = Path(f"/proc/{process.pid}/status").read_text()
            except OSError:
                return False
            caught = re.search(r"SigCgt:\s*([0-9a-f]+)", status)
            if not caught:
                return False
            if int(caught.group(1), 16) >> (signal.SIGINT - 1) & 1:
                return True
            time.sleep(0.02)
        return False


class Search(Jsearch):
    def setUp(self):
        super().setUp()
        self.make_index()

    def test_text(self):
        done = self.expect(0, "search", "首脳会談", "--facets", "topic,author,date:year")
        self.assertRegex(done.stdout, r"^2 hits \(exact\) · \d+\.\d ms\n")
        self.assertIn("海辺の町の首脳会談\n", done.stdout)
        self.assertIn("架空 太郎 · 2025-10 · ", done.stdout)
        self.assertRegex(done.stdout, r"(?m)^topic$")
        self.assertRegex(done.stdout, r"(?m)^  外交 +▇{10} 2$")
        self.assertRegex(done.stdout, r"(?m)^  2024  ▇{10} 1$")
        self.assertNotIn("\x1b", done.stdout)
        self.assertNotIn("jsearch search", done.stdout)
        self.assertEqual(done.stderr, "")

    def test_statuses(self):
        self.expect(0, "search", "首脳会談")
        done = self.expect(1, "search", "--match", "all", "象の行進")
        self.assertRegex(done.stdout, r"^no hit · ")
        self.assertIn("try it without --match all", done.stdout)
        self.expect_error("search", "-i", "nowhere", "x", said="nowhere")
        self.expect_error("search", "--filter", "nonsense", "x", said="FIELD=VALUE")
        self.expect_error("search", "--filter", "flavour=sweet", "x", said="flavour")
        self.expect_error("search", "--facets", "flavour", "x", said="flavour")

    def test_json(self):
        answer = self.json_of(0, "首脳会談", "--facets", "author,date:year")
        self.assertEqual(answer["format"], 1)
        self.assertEqual(answer["total"], {"value": 2, "relation": "eq"})
        self.assertEqual(answer["matched"], "all")
        self.assertIn("<mark>首脳会談</mark>", answer["hits"][0]["snippet"])
        self.assertEqual(sorted((v["value"], v["count"]) for v in answer["facets"]["date"]),
                         [("2024", 1), ("2025", 1)])
        nothing = self.json_of(1, "--match", "all", "象の行進", "--facets", "topic")
        self.assertEqual(nothing["hits"], [])
        self.assertEqual(nothing["facets"], {"topic": []})
        one = self.expect(0, "search", "--format", "json", "--limit=1", "船").stdout
        self.assertEqual(one.count("\n"), 1)

    def test_page_and_order(self):
        dates = [h["date"] for h in self.json_of(0, "--sort=-date", "")["hits"]]
        self.assertEqual(dates[:3], ["2025-10", "2024-03", "2023-05"])
        page = self.json_of(0, "--sort", "-date", "-n2", "--offset", "1", "")
        self.assertEqual([h["date"] for h in page["hits"]], dates[1:3])
        self.assertEqual(page["total"]["value"], 6)
        self.assertEqual(self.json_of(0, "--limit", "0", "船")["hits"], [])

    def test_filters(self):
        self.assertEqual(len(self.ids("--filter", "date=2024..2025")), 2)
        self.assertEqual(len(self.ids("--filter", "date=2023", "--filter", "date=2025-10")), 2)
        self.assertEqual(self.ids("--filter", "author=架空太郎", "--filter", "date=2022"), ["r1"])

    def test_tsv(self):
        lines = self.expect(0, "search", "--format", "tsv", "風車").stdout.splitlines()
        self.assertEqual(len(lines), 3)
        rows = {cells[0]: cells for cells in (line.split("\t") for line in lines)}
        self.assertTrue(all(len(cells) == 5 for cells in rows.values()))
        self.assertEqual(rows["r3"][3:], ["tab here", "A B; C"])
        self.assertEqual(rows["r1"][2:], ["2022-04-01", "風車と牛", "架空 太郎"])
        self.assertNotIn("\x1b", "".join(lines))

    def test_files_and_count(self):
        paths = self.expect(0, "search", "-l", "首脳会談").stdout.splitlines()
        self.assertEqual(sorted(Path(p).name for p in paths), ["kaidan.txt", "suiso.txt"])
        nul = self.expect(0, "search", "-l", "-0", "首脳会談").stdout
        self.assertEqual(sorted(nul.split("\0")), [""] + sorted(paths))
        self.assertEqual(self.expect(0, "search", "--count", "首脳会談").stdout, "2\n")
        self.assertEqual(self.expect(1, "search", "--count", "--match=all", "象の行進").stdout, "0\n")
        self.assertEqual(self.expect(1, "search", "-l", "--match=all", "象の行進").stdout, "")

    def test_batch(self):
        queries = "首脳会談\nq2\t風車\nq3\t象の行進\n"
        done = self.expect(0, "search", "--match", "all", "--batch", "-", stdin=queries.encode())
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([a.get("label") for a in answers], [None, "q2", "q3"])
        self.assertEqual([a["query"] for a in answers], ["首脳会談", "風車", "象の行進"])
        self.assertEqual([a["total"]["value"] for a in answers], [2, 3, 0])
        self.write("none.txt", "象の行進\n")
        self.expect(1, "search", "--match", "all", "--batch", "none.txt")
        self.expect_error("search", "--batch", "missing.txt", said="missing.txt")
        self.expect_error("search", "--batch", "none.txt", "query", said="--batch")
        # One query that can't be answered costs the others nothing.
        odd = self.run_jsearch("search", "--batch", "-", stdin=b"a\t\xff\n" + "風車\n".encode())
        self.assertEqual(len([json.loads(line) for line in odd.stdout.splitlines()]), 2)

    def test_words_with_a_dash(self):
        both = self.ids("船")
        self.assertEqual(len(both), 2)
        self.assertEqual(len(self.ids("船", "-水素")), 1)
        self.assertEqual(len(self.ids("--", "船", "-水素")), 1)
        self.expect_error("search", "船", "-x", said="--")

    def test_escape_sequences(self):
        for command in (["search", "風車"], ["show", "r2"], ["search", "--format", "tsv", "風車"]):
            done = self.expect(0, *command)
            for bad in ("\x1b", "\x07", "\x9b"):
                self.assertNotIn(bad, done.stdout)
        self.assertIn("evil \\x1b]0;owned\\x07\\x1b[31mred\\x9b title",
                      self.expect(0, "show", "r2").stdout)
        self.assertNotIn("\x1b", self.expect_error("search", "-i", "no\x1b[31m", "x").stderr)

    def test_colours(self):
        marked = "\x1b[1;33m首脳会談\x1b[0m"
        self.assertIn(marked, self.expect(0, "search", "--color=always", "首脳会談").stdout)
        self.assertIn(marked, self.expect(0, "search", "--color=always", "首脳会談",
                                          environment={"NO_COLOR": "1"}).stdout)
        self.assertNotIn("\x1b", self.expect(0, "search", "--color", "auto", "首脳会談").stdout)

    def test_width(self):
        done = self.expect(0, "search", "--color=always", "首脳会談", "--facets", "topic,author",
                           environment={"COLUMNS": "40"})
        plain = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
        for line in plain.splitlines():
            self.assertLessEqual(sum(2 if ord(c) >= 0x3000 else 1 for c in line), 40, line)

    def test_closed_pipe(self):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([JSEARCH, "search", ""], cwd=self.folder, stdout=writer,
                              stderr=subprocess.PIPE)
        os.close(writer)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([JSEARCH, "search", ""], cwd=self.folder, stdout=full,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"jsearch: error: standard output", done.stderr)


class Terminal(Jsearch):
    """What only a terminal sees."""

    def on_terminal(self, *arguments, environment=None):
        variables = {"PATH": os.environ["PATH"], "TERM": "xterm", "COLUMNS": "72"}
        variables.update(environment or {})
        for name in ("LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
            if name in os.environ:
                variables[name] = os.environ[name]
        master, slave = pty.openpty()
        process = subprocess.Popen([JSEARCH, *arguments], cwd=self.folder, env=variables,
                                   stdin=slave, stdout=slave, stderr=slave)
        os.close(slave)
        output = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            output += piece
        os.close(master)
        process.wait(timeout=60)
        return output.decode().replace("\r\n", "\n")

    def test_search(self):
        self.make_index()
        shown = self.on_terminal("search", "--limit", "1", "首脳会談")
        self.assertIn("\x1b[1;33m首脳会談\x1b[0m", shown)
        self.assertIn("next page: jsearch search --offset 1 --limit 1 首脳会談", shown)
        plain = self.on_terminal("search", "首脳会談", environment={"NO_COLOR": "1"})
        self.assertNotIn("\x1b", plain)
        for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).split("next page")[0].splitlines():
            self.assertLessEqual(sum(2 if ord(c) >= 0x3000 else 1 for c in line), 72, line)


class Documents(Jsearch):
    def setUp(self):
        super().setUp()
        self.make_index()

    def test_show(self):
        done = self.expect(0, "show", "r1")
        for part in ("風車と牛\n", "架空 太郎 · 2022-04-01", "電力/風力", "series: 丘の便り",
                     "\n\n丘の上の風車は、牛が眠る間も回り続ける。\n"):
            self.assertIn(part, done.stdout)
        record = json.loads(self.expect(0, "show", "--json", "r1").stdout)
        self.assertEqual((record["id"], record["series"]), ("r1", "丘の便り"))
        marked = self.expect(0, "show", "r1", "--query", "風車", "--color=always").stdout
        self.assertEqual(marked.count("\x1b[1;33m風車\x1b[0m"), 2)
        essay = self.ids("title:海辺")[0]
        self.assertIn("灯台の光を分け合う", self.expect(0, "show", essay).stdout)
        self.assertIn("灯台の光を分け合う", self.expect(0, "show", "essays/kaidan.txt").stdout)
        self.assertIn("nobody", self.expect(1, "show", "nobody").stderr)
        self.expect_error("show")

    def test_delete(self):
        self.assertEqual(self.expect(0, "delete", "r1", "nobody").stdout, "1 removed\n")
        self.expect(1, "show", "r1")
        self.expect(1, "delete", "r1")
        self.expect(0, "show", "r2")
        self.expect_error("delete", "-i", "nowhere", "r2")
        self.assertFalse((self.folder / "nowhere").exists())

    def test_facets(self):
        whole = self.expect(0, "facets").stdout
        self.assertRegex(whole, r"^6 hits \(exact\)")
        for heading in ("topic", "author", "date"):
            self.assertRegex(whole, rf"(?m)^{heading}$")
        rows = [line.split("\t") for line in
                self.expect(0, "facets", "--format", "tsv", "船").stdout.splitlines()]
        self.assertIn(["author", "想像 花子", "2"], rows)
        self.assertIn(["topic", "海/船", "2"], rows)
        answer = json.loads(self.expect(0, "facets", "--json", "--facets=date:month", "船").stdout)
        self.assertEqual(answer["hits"], [])
        self.assertEqual({v["value"] for v in answer["facets"]["date"]}, {"2024-03", "2023-05"})
        sideways = self.expect(0, "facets", "--filter", "date=2025").stdout
        self.assertRegex(sideways, r"(?m)^▸ 2025 ")
        self.assertRegex(sideways, r"(?m)^  2024 ")

    def test_figures(self):
        self.assertRegex(self.expect(0, "stats").stdout, r"(?m)^documents +6$")
        figures = json.loads(self.expect(0, "stats", "--json").stdout)
        self.assertEqual((figures["format"], figures["documents"]), (1, 6))
        self.assertEqual(self.expect(0, "check").stdout, "no problems found\n")
        self.assertRegex(self.expect(0, "compact").stdout, r" before, .* now\n$")
        self.assertEqual(self.expect(0, "check").stdout, "no problems found\n")
        self.expect(0, "search", "首脳会談")
        self.expect_error("stats", "word")

    def test_where_the_index_is(self):
        (self.folder / "essays/deep").mkdir()
        done = subprocess.run([JSEARCH, "search", "--count", "船"], cwd=self.folder / "essays/deep",
                              capture_output=True, text=True,
                              env={k: v for k, v in os.environ.items() if k != "JSEARCH_INDEX"})
        self.assertEqual(done.stdout, "2\n")
        self.expect_error("search", "船", environment={"JSEARCH_INDEX": "nowhere"}, said="nowhere")
        self.expect(0, "search", "-i", ".jsearch", "船", environment={"JSEARCH_INDEX": "nowhere"})


class CommandLine(Jsearch):
    def test_analyze(self):
        text = "小型モジュール炉の開発"
        done = self.expect(0, "analyze", text)
        tokens = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertTrue({"word", "bigram"} <= {t["kind"] for t in tokens})
        for t in tokens:
            self.assertEqual("state" in t, t["kind"] == "bigram")
            self.assertIs(t.get("function_word", True), True)
            self.assertEqual(text.encode()[t["start"]:t["end"]].decode(), t["text"])
        self.assertIn("の", [t["text"] for t in tokens if t.get("function_word")])
        self.assertEqual(self.expect(0, "analyze", stdin=text.encode()).stdout, done.stdout)

    def test_no_index(self):
        self.expect_error("search", "x", said=".jsearch")
        self.expect_error("index", said="PATH")

    def test_near_names(self):
        self.expect_error("serach", "x", said="did you mean \"jsearch search\"?")
        self.expect_error("search", "--limti", "3", said="did you mean --limit?")
        self.expect_error("search", "--facet", "topic", said="did you mean --facets?")
        self.expect_error("--index", "x", "search", said="the command comes first")

    def test_values(self):
        self.expect_error("search", "--limit", "ten", said="whole number")
        self.expect_error("search", "--limit=-1", said="whole number")
        self.expect_error("search", "--limit", said="needs a value")
        self.expect_error("search", "--count=3", said="takes no value")

    def test_help(self):
        self.assertRegex(self.expect(0, "--version").stdout, r"^jsearch \d+\.\d+\.\d+\n")
        self.assertEqual(self.expect(0, "help").stdout, self.expect(0, "--help").stdout)
        for options in (["--nonsense", "--help"], ["-h"]):
            done = self.expect(0, "search", *options)
            self.assertIn("Usage: jsearch search", done.stdout)
        self.expect_error("help", "serach")


if __name__ == "__main__":
    unittest.main()
