"""The program in a terminal of its own: keys go in, and the screen is looked at.

usage: note_app_test.py NOTE_APP; status 77 where python3-pyte is not installed
"""
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time
import unittest

try:
    import pyte
except ImportError:
    pyte = None

NOTES = {
    "tea.txt": "新茶の買い方\n#家/台所 五月の新茶は早めに買う。水は軟水がよい。\n",
    "bread.txt": "パンを焼く\n#家/台所 小麦粉三百グラム、水は百九十グラム。\n",
    "harbour.txt": "港の水素\n#仕事 船が水素で走る日のために。\n",
}
DOWN, RIGHT = "\x1bOB", "\x1bOC"  # as terminals send them once ncurses has asked for all keys


class Terminal:
    """The program, and what it shows."""

    def __init__(self, folder, rows=24, columns=80, editor="true", hang_up=signal.SIG_DFL):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGHUP, hang_up)
            environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "EDITOR": editor}
            environment.pop("VISUAL", None)
            os.execve(PROGRAM, [PROGRAM, folder], environment)
        self.resize(rows, columns)

    def resize(self, rows, columns):
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def send(self, keys):
        os.write(self.file, keys.encode("utf-8"))

    def read(self, seconds):
        """What comes within this time; False at the end of the program."""
        if select.select([self.file], [], [], seconds)[0]:
            try:
                data = os.read(self.file, 65536)
            except OSError:
                return False
            self.stream.feed(data)
            return bool(data)
        return True

    def text(self):
        # pyte keeps an empty cell behind a wide character.
        return "\n".join("".join(self.screen.buffer[y][x].data for x in range(self.screen.columns)).rstrip()
                         for y in range(self.screen.lines))

    def wait_for(self, condition):
        end = time.monotonic() + 20
        while not condition(self.text()):
            if time.monotonic() > end or not self.read(0.1):
                raise AssertionError("the screen did not become what it should:\n" + self.text())
        while select.select([self.file], [], [], 0.05)[0] and self.read(0):
            pass  # the rest of the frame

    def marked(self):
        """What is underlined: marks."""
        return {"".join(cell.data for cell in (row[x] for x in range(self.screen.columns)) if cell.underscore)
                for row in (self.screen.buffer[y] for y in range(self.screen.lines))} - {""}

    def end(self):
        os.close(self.file)
        os.waitpid(self.pid, 0)


class NoteAppTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def start(self, notes=NOTES, **more):
        for name, text in notes.items():
            self.write(name, text)
        terminal = Terminal(self.folder, **more)
        self.addCleanup(terminal.end)
        terminal.wait_for(lambda text: f"{len(notes)} 件" in text and "^Q" in text)
        return terminal

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def test_each_key_stroke_searches(self):
        terminal = self.start()
        terminal.send("水")
        terminal.wait_for(lambda text: "検索:水" in text.replace(" ", "") and "3 件" in text)
        terminal.send("素")
        terminal.wait_for(lambda text: "1 件" in text and "港の水素" in text and "新茶" not in text)
        self.assertTrue(any("水素" in mark for mark in terminal.marked()), terminal.marked())
        terminal.send("\x7f")
        terminal.wait_for(lambda text: "3 件" in text)

    def test_wide_characters_stand_in_their_columns(self):
        terminal = self.start()
        terminal.send("水")
        terminal.wait_for(lambda text: terminal.screen.buffer[0][6].data == "水" and terminal.screen.cursor.x == 8)
        for row in range(3, 12):  # hits begin where the side bar ends
            self.assertEqual([terminal.screen.buffer[row][x].data for x in (22, 23)], [" ", " "])

    def test_boxes_are_ticked(self):
        terminal = self.start()
        self.assertRegex(terminal.text(), r"\[ \] 家/台所 +2")
        terminal.send("\t" + DOWN)
        terminal.wait_for(lambda text: "付け外し" in text)
        terminal.send(" ")
        terminal.wait_for(lambda text: "2 件" in text and "[x] 家/台所" in text and "港の水素" not in text)
        self.assertRegex(terminal.text(), r"\[ \] 仕事 +1")  # what a tick there would add
        terminal.send(" ")
        terminal.wait_for(lambda text: "3 件" in text and "[x]" not in text)

    def test_completion(self):
        terminal = self.start()
        terminal.send("新茶の")
        terminal.wait_for(lambda text: "補完: 新茶の買い方" in text)
        terminal.send(RIGHT)
        terminal.wait_for(lambda text: "検索:新茶の買い方" in text.split("\n")[0].replace(" ", ""))

    def test_the_editor_changes_a_note(self):
        terminal = self.start(editor="sh -c 'echo 砂糖も少し >> \"$0\"'")
        terminal.send("小麦粉")
        terminal.wait_for(lambda text: "1 件" in text)
        terminal.send("\r")
        terminal.wait_for(lambda text: "砂糖も" in text)
        terminal.send("\x15砂糖")
        terminal.wait_for(lambda text: "1 件" in text and "パンを焼く" in text and "検索:砂糖" in text.replace(" ", ""))

    def test_a_new_note_begins_with_the_query(self):
        terminal = self.start({})
        self.assertIn("ノートはまだありません", terminal.text())
        terminal.send("梅干し")
        terminal.wait_for(lambda text: "見つかりません" in text)
        terminal.send("\x0e")
        terminal.wait_for(lambda text: "1 件" in text)
        files = [name for name in os.listdir(self.folder) if name.endswith(".txt")]
        self.assertEqual(len(files), 1)

    def test_what_others_change_is_seen(self):
        terminal = self.start()
        os.remove(os.path.join(self.folder, "tea.txt"))
        self.write("broken.txt", "壊れた")
        with open(os.path.join(self.folder, "bytes.txt"), "wb") as file:
            file.write(b"\xff\xfe\xfd")
        terminal.wait_for(lambda text: "新茶" not in text and "壊れた" in text and "1 件は UTF-8 ではなく" in text)

    def test_the_window_may_change_and_be_tiny(self):
        terminal = self.start()
        for rows, columns in ((24, 40), (5, 12), (2, 1), (40, 120)):
            terminal.resize(rows, columns)
            os.kill(terminal.pid, signal.SIGWINCH)
            terminal.read(0.5)
        terminal.send("水素")
        terminal.wait_for(lambda text: "港の水素" in text and "1 件" in text and "[ ] 仕事" in text)

    def test_escape_clears_and_an_unknown_key_does_nothing(self):
        terminal = self.start()
        terminal.send("水素")
        terminal.wait_for(lambda text: "1 件" in text)
        terminal.send("\x1b[99;9u")
        terminal.read(0.5)
        terminal.send("で")
        terminal.wait_for(lambda text: text.startswith("検索: 水素で"))
        terminal.send("\x1b")
        terminal.wait_for(lambda text: "3 件" in text and "水素で" not in text.split("\n")[0])

    def test_control_q_leaves(self):
        terminal = self.start()
        terminal.send("\x11")
        end = time.monotonic() + 10
        while terminal.read(0.2):
            self.assertLess(time.monotonic(), end)

    def test_the_end_of_the_terminal_ends_it(self):
        self.start(hang_up=signal.SIG_IGN)  # as below nohup; the clean-up waits for the end


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    if pyte is None:
        print("skipped: python3-pyte is not installed")
        sys.exit(77)
    unittest.main(verbosity=2)
