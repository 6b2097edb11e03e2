"""Files as people have them, and what can go wrong with them: each fails by its name and reason, the rest goes on.

usage: jsearch_files_test.py JSEARCH [unittest arguments]
"""
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import unittest
from pathlib import Path

from jsearch_case import Jsearch

ESSAY = "港の朝その{}\n\n青海 太郎\n\n船は{}を待つ。\n"


def essay(what):
    return ESSAY.format(what, what)


class Files(Jsearch):
    def failures(self, done):
        """The paths and reasons that were named, in order."""
        return [line[len("jsearch: error: "):] for line in done.stderr.splitlines() if line.startswith("jsearch: error: ")]

    def start(self, *words, path=None):
        environment = dict(os.environ, **({"PATH": f"{path}:{os.environ['PATH']}"} if path else {}))
        return subprocess.Popen([self.jsearch, *words], cwd=self.folder, env=environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    def test_names_of_all_kinds(self):
        for name in ("a.txt", "new\nline.txt", "tab\t.txt", "-dash.txt", "--help", "a b.txt", "港.txt"):
            self.write("docs/" + name, essay(name.strip("-").split(".")[0].replace("\n", "").replace("\t", "")))
        for name in (b"\x93\xfa.txt", b"\x93\xfa/x.txt"):
            path = os.fsencode(self.folder) + b"/docs/" + name
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as out:
                out.write(essay("x").encode())
        done = self.expect(2, "index", "docs")
        self.assertIn("7 added", self.last_line(done))
        self.assertEqual([one.split(": ")[0] for one in self.failures(done)], ["docs/\\x93\\xfa/x.txt", "docs/\\x93\\xfa.txt"])
        self.assertIn("its name is not UTF-8", done.stderr)
        self.assertIn("convmv", done.stderr)
        os.chdir(self.folder)
        self.assertIn("2 unchanged", self.last_line(self.expect(0, "index", "--", "docs/-dash.txt", "docs/--help")))

    def test_what_is_no_file(self):
        self.write("docs/a.txt", essay("a"))
        self.write("docs/empty.txt", "")
        self.write("docs/blank.txt", " \n\u3000\n")
        os.mkfifo(self.folder / "docs/pipe.txt")
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(str(self.folder / "docs/socket.txt"))
            os.symlink("..", self.folder / "docs/loop")
            os.symlink("self", self.folder / "docs/self")
            os.symlink("/usr/share", self.folder / "docs/outside")
            os.symlink("gone", self.folder / "docs/dangling.txt")
            done = self.expect(2, "index", "docs")
            self.assertEqual(len(self.failures(done)), 2)
            self.assertIn("1 added", self.last_line(done))
            for path, reason in (("docs/pipe.txt", "a pipe"), ("docs/socket.txt", "a socket"), ("/dev/null", "a device"),
                                 ("docs/self", "symbolic links"), ("docs/dangling.txt", "no such file")):
                self.assertIn(reason, self.expect(2, "index", path).stderr)

    def test_deep_folders(self):
        here = os.getcwd()
        self.write("docs/a.txt", essay("a"))
        os.chdir(self.folder / "docs")
        try:
            for i in range(20):  # deeper than a path may be long
                os.mkdir("d" * 250)
                os.chdir("d" * 250)
                with open("x.txt", "w", encoding="utf-8") as out:
                    out.write(essay(i))
            os.chdir(here)
            done = self.expect(2, "index", "docs")
            self.assertRegex(self.last_line(done), r"^1[0-9] added")
            self.assertEqual(len(self.failures(done)), 1)
            self.assertIn("File name too long", done.stderr)
        finally:
            os.chdir(here)
            subprocess.run(["rm", "-rf", str(self.folder / "docs")], check=True)

    def test_records_that_are_broken(self):
        deep = "[" * 100000
        self.write("r.jsonl", '{"id":"1","title":"t","body":"港"}\n{"id":"2","title":\n' + deep + "\n" +
                   '{"id":"3","title":"t","body":"b","x":' + deep + "]" * 100000 + "}\n" + '{"id":"4","title":"t","body":"町"}\n')
        done = self.expect(2, "index", "r.jsonl")
        self.assertIn("2 added", self.last_line(done))
        self.assertEqual([one.split(": ")[0] for one in self.failures(done)], ["r.jsonl:2", "r.jsonl:3", "r.jsonl:4"])

    def test_pages_that_are_odd(self):
        self.write("docs/nested.html", "<html><body>" + "<div>" * 100000 + "深い町の話である。" + "</div>" * 100000)
        self.write("docs/open.html", "<html><title>港の町</title><body>" + "<p><b><i>町の話である。" * 5000)
        self.write("docs/line.html", "<html><title>一行の町</title><body><p>" + "港の町の話である。" * 100000)
        self.write("docs/huge.html", "<html><body><p>" + "港" * 35000000)
        done = self.expect(2, "index", "docs")
        self.assertIn("2 added", self.last_line(done))
        self.assertEqual([one.split(": ")[0] for one in self.failures(done)], ["docs/huge.html", "docs/nested.html"])

    def test_sidecars_that_are_broken(self):
        for folder in "abcdefg":
            self.write(f"{folder}/x.txt", essay(folder))
        self.write("a/x.txt.meta.json", '{"title": ')
        self.write("b/metadata.csv", "file,title\nx.txt,題\n")
        self.write("c/metadata.csv", '\ufeffpath,title,topics\r\nx.txt,"題は""港""と\r\n町",海/船;電力\r\n')
        self.write("d/metadata.csv", "path,title,authors\nx.txt,日本語の題名である,想像 花子\n".encode("cp932"))
        self.write("e/metadata.csv", 'path,title\nx.txt,"open to the end\n')
        self.write("f/metadata.tsv", "path\ttitle\tdate\nx.txt\t題\tthe day after\n")
        self.write("g/x.meta.json", '["no object"]')
        done = self.expect(2, "index", *"abcdefg")
        self.assertEqual(sorted(one.split(": ")[0] for one in self.failures(done)), ["a/x.txt", "b/x.txt", "e/x.txt", "f/x.txt", "g/x.txt"])
        self.assertIn("metadata.csv:1: the first line has no column \"path\"", done.stderr)
        self.assertIn("metadata.csv:2: the quotation mark is not closed", done.stderr)
        self.assertIn("hint: close it behind the last letter", done.stderr)
        titles = {h["id"]: h["title"] for h in self.json_of(0, "待つ")["hits"]}
        self.assertEqual(titles["c/x.txt"].split(), ['題は"港"と', "町"])
        self.assertEqual(titles["d/x.txt"], "日本語の題名である")

    def test_ignore_files_in_any_encoding(self):
        names = ("港の話.txt", "下書き一.txt", "下書き二.txt", "古い原稿/a.txt")
        rules = "# 下書きと古い原稿は検索に出さない\r\n下書き*\r\n古い原稿/\r\n"
        for encoding in ("utf-8", "utf-8-sig", "cp932", "euc-jp", "iso2022_jp", "utf-16"):
            for name in names:
                self.write(f"{encoding}/{name}", essay(name))
            self.write(f"{encoding}/.jsearchignore", rules.encode(encoding))
            self.expect(0, "index", encoding)
        self.assertEqual(self.json_of(0, "待つ")["total"]["value"], 6)
        # What may be anything is told, and leaves out what it names in ASCII.
        for name in names + ("draft.txt",):
            self.write(f"short/{name}", essay(name))
        self.write("short/.jsearchignore", "原\ndraft*\n".encode("cp932"))
        done = self.expect(2, "index", "short")
        self.assertIn("short/.jsearchignore: its encoding is not certain", done.stderr)
        self.assertIn("hint: save it as UTF-8", done.stderr)
        self.assertIn("4 added", self.last_line(done))

    def test_what_may_not_be_read(self):
        self.write("docs/a.txt", essay("a"))
        for path in (self.write("docs/b.txt", essay("b")), self.write("docs/shut/c.txt", essay("c")).parent):
            path.chmod(0)
        self.addCleanup(os.chmod, self.folder / "docs/shut", 0o700)
        words = [self.jsearch, "index", "-i", "test.idx", "docs"]
        other = None
        if os.geteuid() == 0:
            other = 65534  # permissions don't bind root
            self.folder.chmod(0o777)
        try:
            done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, timeout=60, user=other)
        except PermissionError:
            self.skipTest("the command cannot be run by another user")
        if done.returncode in (126, 127):
            self.skipTest("the command cannot be run by another user")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("1 added", done.stdout)
        self.assertEqual(sorted(one.split(": ")[0] for one in self.failures(done)), ["docs/b.txt", "docs/shut"])

    def slow_pdf(self):
        """A folder with a pdfinfo that does not end."""
        self.write("bin/pdfinfo", "#!/bin/sh\nexec sleep 30\n").chmod(0o755)
        self.write("docs/b.pdf", "%PDF-1.7\n")
        self.write("docs/a.txt", essay("neu"))

    def child_of(self, process):
        """Waits until the process has a child, and returns its id."""
        for _ in range(200):
            for task in Path(f"/proc/{process.pid}/task").glob("*/children"):
                if found := task.read_text().split():
                    return int(found[0])
            time.sleep(0.05)
        self.fail("pdfinfo was never started")

    def test_killed_in_the_middle(self):
        self.write("docs/old.txt", essay("alt"))
        self.expect(0, "index", "-i", "test.idx", "docs")
        self.slow_pdf()
        for first in (False, True):
            place = "new.idx" if first else "test.idx"
            child = self.start("index", "-i", place, "docs", path=self.folder / "bin")
            program = self.child_of(child)
            child.kill()
            os.kill(program, signal.SIGKILL)
            child.communicate()
        self.assertEqual(self.ids("-i", "test.idx", "待つ"), ["docs/old.txt"])
        (self.folder / "docs/b.pdf").unlink()
        for place in ("test.idx", "new.idx"):
            self.expect(0, "index", "-i", place, "docs")
            self.assertEqual(self.ids("-i", place, "待つ"), ["docs/a.txt", "docs/old.txt"])
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["bin", "docs", "new.idx", "test.idx"])

    def errors_of_interrupted(self, *words):
        child = self.start(*words, path=self.folder / "bin")
        program = self.child_of(child)
        started = time.monotonic()
        child.send_signal(signal.SIGINT)
        errors = child.communicate(timeout=60)[1].decode()
        self.assertLess(time.monotonic() - started, 10)
        self.assertFalse(Path(f"/proc/{program}").exists())
        self.assertEqual(child.returncode, 2)
        return errors

    def test_interrupted_in_the_middle(self):
        self.write("docs/old.txt", essay("alt"))
        self.expect(0, "index", "-i", "test.idx", "docs")
        self.slow_pdf()
        self.assertIn("interrupted: nothing was changed", self.errors_of_interrupted("index", "-i", "test.idx", "docs"))
        self.assertEqual(self.ids("-i", "test.idx", "待つ"), ["docs/old.txt"])

    def test_a_preview_interrupted_in_the_middle(self):
        self.slow_pdf()
        self.assertIn("stopped; nothing was changed", self.errors_of_interrupted("index", "--dry-run", "docs"))

    def mount_small(self, size):
        place = self.folder / f"small-{size}"
        place.mkdir()
        if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place)], stderr=subprocess.DEVNULL, check=False).returncode:
            self.skipTest("no small file system can be mounted")
        self.addCleanup(subprocess.run, ["umount", str(place)], check=True)
        return place

    def test_a_full_disk(self):
        """Xapian's flush of postings would end the process where it fails in the middle: at which size, nobody knows."""
        self.write("one/a.txt", essay("a"))
        for i in range(400):
            self.write(f"many/{i}.txt", essay(i) + "".join(f"{chr(0x4e00 + (i * 37 + k * 101) % 20000)}の町{i * k}。" for k in range(400)))
        for size in ("1m", "2m", "4m", "8m"):
            place = self.mount_small(size)
            self.expect(0, "index", "-i", str(place / "x.idx"), "one")
            for index, left in (("x.idx", "nothing since the last commit is kept"), ("new.idx", "no index was made")):
                done = self.expect(2, "index", "-i", str(place / index), "many")
                self.assertRegex(done.stderr, "(?i)no space left|full")
                self.assertIn(left, done.stderr)
                self.assertIn("free some space", done.stderr)
            self.assertEqual(self.ids("-i", str(place / "x.idx"), "待つ"), ["one/a.txt"])
            self.assertEqual([p.name for p in place.iterdir()], ["x.idx"])


if __name__ == "__main__":
    Jsearch.jsearch = os.path.abspath(sys.argv.pop(1))
    unittest.main()
