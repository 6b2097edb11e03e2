"""What a further run of jsearch index does, after all that may have happened to the files.

usage: jsearch_sync_test.py JSEARCH [unittest arguments]
"""
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

from jsearch_case import Jsearch, jsonl


def essay(what):
    return f"{what}の朝\n\n青海 太郎\n\n{what}で船を待つ。\n"


class Sync(Jsearch):
    def setUp(self):
        super().setUp()
        for name in ("a", "b", "sub/c", "sub/d"):
            self.write(f"docs/{name}.txt", essay(name[-1]))

    def index(self, *paths, status=0, **options):
        """Counts of added, updated, unchanged, removed and failed."""
        done = self.expect(status, "index", *paths, **options)
        return " ".join(re.findall(r"(\d+) (?:added|updated|unchanged|removed|failed)", self.last_line(done)))

    def found(self):
        return self.ids("待つ")

    def opened(self, *words):
        """The files below the folder that a run opens, the index's own left out."""
        if shutil.which("strace") is None:
            self.skipTest("strace is not there")
        log = self.folder / "strace.log"
        # LeakSanitizer can't work below strace.
        sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
        subprocess.run(["strace", "-f", "-e", "trace=open,openat", "-o", str(log), self.jsearch, *words], cwd=self.folder,
                       check=True, stdout=subprocess.DEVNULL, env={**os.environ, "ASAN_OPTIONS": sanitizer})
        names = set()
        for line in log.read_text(errors="replace").splitlines():
            one = re.search(r'"([^"]*)", ([A-Z_|]*)', line)
            if one and "/docs/" in one[1] and "O_DIRECTORY" not in one[2]:
                names.add(one[1].split("/docs/")[1])
        return names

    def test_only_what_changed_is_opened(self):
        self.assertEqual(self.index("docs"), "4 0 0 0 0")
        self.assertEqual(self.opened("index", "docs"), set())
        self.write("docs/sub/c.txt", essay("新"))
        self.assertEqual(self.opened("index", "docs"), {"sub/c.txt"})
        self.write("topics.tsv", "船\t船\n")
        self.assertEqual(self.opened("index", "--topics", "topics.tsv"), set())
        self.write("topics.tsv", "船\t船\n朝\t朝\n")
        self.assertEqual(self.opened("index", "--retopic"), set())
        self.assertEqual(len(self.ids("topic:朝")), 4)

    def test_renames(self):
        self.index("docs")
        (self.folder / "docs/a.txt").rename(self.folder / "docs/z.txt")
        self.assertEqual(self.index("docs"), "0 1 3 0 0")
        (self.folder / "docs/sub").rename(self.folder / "docs/other")
        self.assertEqual(self.index("docs"), "0 2 2 0 0")
        self.assertEqual(self.found(), ["docs/b.txt", "docs/other/c.txt", "docs/other/d.txt", "docs/z.txt"])
        # The old name again, with another text, while the old text goes elsewhere.
        (self.folder / "docs/z.txt").rename(self.folder / "docs/y.txt")
        self.write("docs/z.txt", essay("別"))
        self.assertEqual(self.index("docs"), "1 1 3 0 0")
        self.assertEqual(self.index("docs"), "0 0 5 0 0")

    def test_paths_typed_in_many_ways(self):
        self.assertEqual(self.index("docs"), "4 0 0 0 0")
        os.symlink("docs", self.folder / "link")
        for path in ("./docs", "docs/", ".//docs//", str(self.folder / "docs"), "docs/../docs", "link", "docs/sub/.."):
            self.assertEqual(self.index(path), "0 0 4 0 0", path)
        for paths in (("docs", "docs"), ("docs", "docs/sub"), ("docs/sub", "docs"), ("docs/a.txt", "docs"), ("link", "docs")):
            self.assertEqual(self.index(*paths), "0 0 4 0 0", paths)
        self.assertEqual(self.index("docs/a.txt", "./docs/a.txt"), "0 0 1 0 0")
        self.assertEqual(self.found(), ["docs/a.txt", "docs/b.txt", "docs/sub/c.txt", "docs/sub/d.txt"])

    def test_what_is_not_named_stays(self):
        self.index("docs/sub")
        self.assertEqual(self.index("docs/a.txt"), "1 0 0 0 0")
        (self.folder / "docs/sub/c.txt").unlink()
        self.assertEqual(self.index("docs/a.txt"), "0 0 1 0 0")
        self.assertEqual(self.found(), ["docs/a.txt", "docs/sub/c.txt", "docs/sub/d.txt"])
        self.assertEqual(self.index("docs/sub"), "0 0 1 1 0")

    def test_a_folder_that_is_gone(self):
        self.index("docs")
        shutil.rmtree(self.folder / "docs/sub")
        # A path that is not there may be a typing error: nothing is removed for it.
        self.expect_error("index", "docs/sub", said="there is no such file or folder")
        self.assertEqual(len(self.found()), 4)
        self.assertEqual(self.index("docs"), "0 0 2 2 0")

    def test_times_and_contents(self):
        self.index("docs")
        path = self.folder / "docs/a.txt"
        before = path.stat()
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 10**9))
        self.assertEqual(self.index("docs"), "0 0 4 0 0")
        # The same size and another time: the content decides.
        path.write_text(essay("x"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 2 * 10**9))
        self.assertEqual(self.index("docs"), "0 1 3 0 0")
        # Size and time kept: that is what a run goes by; a rebuild reads all.
        before = path.stat()
        path.write_text(essay("y"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        self.assertEqual(self.index("docs"), "0 0 4 0 0")
        self.expect(0, "index", "--rebuild", "docs")
        self.assertIn("yで船", self.expect(0, "show", "docs/a.txt").stdout)

    def test_sidecars_and_ignore_files_that_come_and_go(self):
        self.index("docs")
        self.write("docs/metadata.csv", "path,title\na.txt,題\n")
        self.assertEqual(self.index("docs"), "0 1 3 0 0")
        self.write("docs/b.meta.json", '{"title": "別の題"}')
        self.assertEqual(self.index("docs"), "0 1 3 0 0")
        self.write("docs/metadata.csv", "path,title\na.txt,他の題\n")
        self.assertEqual(self.index("docs"), "0 1 3 0 0")
        (self.folder / "docs/metadata.csv").unlink()
        (self.folder / "docs/b.meta.json").unlink()
        self.assertEqual(self.index("docs"), "0 2 2 0 0")
        self.write("docs/.jsearchignore", "sub/\nb.*\n")
        self.assertEqual(self.index("docs/sub"), "0 0 2 0 0")
        self.assertEqual(self.index("docs"), "0 0 1 3 0")
        self.assertEqual(self.found(), ["docs/a.txt"])
        (self.folder / "docs/.jsearchignore").unlink()
        self.expect(0, "index", "docs")
        self.assertEqual(len(self.found()), 4)

    def test_ignore_files_above_the_path(self):
        for name in ("x", "y", "z", "in/x"):
            self.write(f"top/d/sub/{name}.txt", essay(name[-1]))
        self.write("top/d/.jsearchignore", "x.txt\n/sub/z.txt\nsub2/\n")
        self.assertEqual(self.index("top/d"), "1 0 0 0 0")
        self.assertEqual(self.index("top/d/sub"), "0 0 1 0 0")
        self.assertEqual(self.index("top/d/sub/in"), "0 0 0 0 0")
        for paths in (("top/d/sub", "top/d"), ("top/d", "top/d/sub"), ("top/d/sub", "top/d/sub/in")):
            self.assertEqual(self.index(*paths), "0 0 1 0 0", paths)
        # A file that is named is taken, until a run over its folder.
        self.assertEqual(self.index("top/d/sub/x.txt"), "1 0 0 0 0")
        self.assertEqual(self.index("top/d/sub"), "0 0 1 1 0")
        # The nearest file has the last word, also where both folders are named.
        self.write("top/d/sub/.jsearchignore", "!x.txt\n")
        for paths in (("top/d/sub", "top/d"), ("top/d", "top/d/sub"), ("top/d",), ("top/d/sub/in",)):
            self.expect(0, "index", *paths)
            self.assertEqual(self.found(), ["top/d/sub/in/x.txt", "top/d/sub/x.txt", "top/d/sub/y.txt"])
        # A folder that is named is taken itself, but not what is named in it.
        self.write("top/d/sub2/s.txt", essay("s"))
        self.write("top/d/sub2/x.txt", essay("t"))
        self.assertEqual(self.index("top/d/sub2"), "1 0 0 0 0")
        self.assertEqual(self.index("top/d"), "0 0 3 1 0")
        # A new rule above removes.
        self.write("top/.jsearchignore", "y.*\n")
        self.assertEqual(self.index("top/d/sub"), "0 0 2 1 0")

    def test_how_far_up_ignore_files_count(self):
        for name in ("x", "y", "z"):
            self.write(f"top/home/docs/{name}.txt", essay(name))
        self.write("top/.jsearchignore", "x.txt\n")
        self.write("top/home/.jsearchignore", "y.txt\n")
        for home in (self.folder / "top/home", self.folder / "top/home/docs/.."):
            self.assertRegex(self.index("top/home/docs", environment={"HOME": str(home)}), "^2 0 0 0 0|^0 0 2 0 0")
        self.assertEqual(self.found(), ["top/home/docs/x.txt", "top/home/docs/z.txt"])
        self.assertEqual(self.index("top/home/docs", environment={"HOME": str(self.folder / "other")}), "0 0 1 1 0")
        # What cannot be read there is told once.
        self.write("top/home/.jsearchignore", "原\ny.txt\n".encode("cp932"))
        self.write("top/home/more/z.txt", essay("m"))
        done = self.expect(2, "index", "top/home/docs", "top/home/more")
        self.assertEqual(done.stderr.count("top/home/.jsearchignore: its encoding is not certain"), 1)

    def test_ignore_files_above_a_folder_that_may_not_be_read(self):
        self.write("top/.jsearchignore", "x.txt\n")
        self.write("top/shut/docs/x.txt", essay("x"))
        (self.folder / "top/shut").chmod(0o711 if os.geteuid() == 0 else 0o311)
        self.addCleanup(os.chmod, self.folder / "top/shut", 0o700)
        other = None
        if os.geteuid() == 0:
            other = 65534  # permissions don't bind root
            self.folder.chmod(0o777)
        try:
            done = subprocess.run([self.jsearch, "index", "-i", "test.idx", "top/shut/docs"], cwd=self.folder, capture_output=True,
                                  text=True, timeout=60, user=other)
        except PermissionError:
            self.skipTest("the command cannot be run by another user")
        if done.returncode in (126, 127):
            self.skipTest("the command cannot be run by another user")
        self.assertIn("1 added", done.stdout, done.stderr)

    def test_sidecars_that_are_named(self):
        said = '{"title": "港の朝で待つ"}'
        self.write("q/e1.txt.meta.json", said)
        # Nothing lies beside it yet: a file like others.
        self.assertEqual(self.index("q/e1.txt.meta.json"), "1 0 0 0 0")
        self.write("q/e1.txt", essay("e"))
        self.write("q/e2.txt", essay("f"))
        self.write("q/e2.meta.json", said)
        self.write("q/metadata.csv", "path,date\ne1.txt,2024\n")
        self.assertEqual(self.index("q"), "2 0 0 1 0")
        names = sorted(str(one.relative_to(self.folder)) for one in (self.folder / "q").iterdir())
        self.assertEqual(len(names), 5)
        self.assertEqual(self.index(*names), "0 0 2 0 0")
        done = self.expect(0, "index", "--verbose", *names)
        for name in ("q/e1.txt.meta.json", "q/e2.meta.json", "q/metadata.csv"):
            self.assertIn(f"{name}: a sidecar, no document", done.stderr)
        self.assertEqual(self.found(), ["q/e1.txt", "q/e2.txt"])
        self.assertEqual(len(self.expect(0, "index", "--dry-run", *names).stdout.splitlines()), 2)
        # What is named itself, and lies beside nothing, is removed as soon as it does.
        self.write("q/e3.txt.meta.json", said)
        self.assertEqual(self.index("q/e3.txt.meta.json"), "1 0 0 0 0")
        self.write("q/e3.txt", essay("g"))
        self.assertEqual(self.index("q/e3.txt.meta.json"), "0 0 0 1 0")

    def test_a_file_of_another_format_under_the_same_name(self):
        self.index("docs")
        self.write("docs/a.txt", "<!DOCTYPE html><html><head><title>頁の題</title></head><body><p>頁で船を待つ。</p></body></html>")
        self.assertEqual(self.index("docs"), "0 1 3 0 0")
        self.assertIn("頁の題", self.expect(0, "show", "docs/a.txt").stdout)
        self.write("docs/a.txt", "\x00\x01\x02")
        self.assertEqual(self.index("docs", status=2), "0 0 3 0 1")
        self.assertEqual(len(self.found()), 4)
        (self.folder / "docs/a.txt").unlink()
        (self.folder / "docs/a.txt").mkdir()
        self.write("docs/a.txt/e.txt", essay("e"))
        self.assertEqual(self.index("docs"), "1 0 3 1 0")

    def test_a_record_with_the_id_of_a_file_takes_nothing_away(self):
        own = str(self.folder / "co/e.txt")
        expected = {"co/e.txt": "風車は回る。", own: "港は静か。"}
        many = "".join(f"{n}の話である。\n" for n in range(20000))

        def state():
            found = {h["id"]: h["id"] for h in self.json_of(0, "")["hits"]}
            return {one: json.loads(self.expect(0, "show", "--json", one).stdout)["body"] for one in found if "co/" in one}

        for name, others in (("co/r.jsonl", {}), ("co/a.jsonl", {}), ("co/r.jsonl", {"co/f.txt": "長い話\n\n" + many})):
            shutil.rmtree(self.folder / "co", ignore_errors=True)
            shutil.rmtree(self.folder / ".jsearch", ignore_errors=True)
            for one, text in others.items():
                self.write(one, text)
            self.write("co/e.txt", "港の話\n\n港は静か。\n")
            self.write(name, jsonl([{"id": "co/e.txt", "title": "t", "body": "風車は回る。"}]))
            self.expect(0, "index", "co")
            for _ in range(2):
                self.assertEqual({k: v for k, v in state().items() if k != "co/f.txt"}, expected)
                done = self.expect(0, "index", "co")
                self.assertIn(" 0 updated, ", done.stdout)
                self.assertEqual(done.stderr, "")
            self.expect(0, "index", "--rebuild", "co")
            self.assertEqual({k: v for k, v in state().items() if k != "co/f.txt"}, expected)
        # A record that comes when the file is known already, before it and behind it.
        for name in ("co/a.jsonl", "co/r.jsonl"):
            shutil.rmtree(self.folder / "co")
            shutil.rmtree(self.folder / ".jsearch")
            self.write("co/e.txt", "港の話\n\n港は静か。\n")
            self.write("co/e.md", "# 港の話\n\n港は静か。\n")
            self.expect(0, "index", "co")
            self.write(name, jsonl([{"id": "co/e.txt", "title": "t", "body": "風車は回る。"}]))
            done = self.expect(0, "index", "co")
            self.assertIn(f"warning: {name}:1: its id is the path of a file, whose document gets another one: {own}", done.stderr)
            self.assertEqual(state(), {"co/e.txt": "風車は回る。", "co/e.md": "港は静か。"})
            self.assertEqual(self.json_of(0, "港")["hits"][0]["paths"], ["co/e.md", own])
            self.assertIn(" 0 updated, ", self.expect(0, "index", "co").stdout)
            self.assertEqual(self.expect(0, "check").stdout, "no problems found\n")

    def test_an_id_twice_in_one_file_is_told(self):
        self.write("r.jsonl", jsonl([{"id": one, "title": "t", "body": one} for one in ("船", "港", "港", "船")]))
        done = self.expect(0, "index", "r.jsonl")
        self.assertIn("jsearch: warning: r.jsonl:3: an earlier line has the id 港 as well: the last one with it counts; "
                      "so it is with 1 more", done.stderr)
        self.assertEqual(self.expect(0, "index", "--rebuild", "--quiet", "r.jsonl").stderr, "")

    def test_records_on_the_standard_input(self):
        records = [{"id": str(i), "title": "t", "body": f"{i}を待つ。"} for i in range(3)]
        self.assertEqual(self.index("-", stdin=jsonl(records).encode()), "3 0 0 0 0")
        records[1]["body"] = "変わるのを待つ。"
        self.assertEqual(self.index("-", stdin=jsonl(records).encode()), "0 1 2 0 0")
        self.assertEqual(self.index("-", stdin=jsonl(records[:1]).encode()), "0 0 1 0 0")
        self.assertEqual(self.index("docs", "-", stdin=jsonl(records[:1]).encode()), "4 0 1 0 0")
        self.assertEqual(len(self.found()), 7)
        self.assertEqual(self.index("docs"), "0 0 4 0 0")


if __name__ == "__main__":
    Jsearch.jsearch = os.path.abspath(sys.argv.pop(1))
    unittest.main()
