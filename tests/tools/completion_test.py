"""The completions that the build made, in real shells: bash's function, and bash and zsh at a terminal.

What is expected comes from --help: each option, the values it lists, files and folders where it says FILE, DIR or PATH.

usage: completion_test.py JSEARCH BASH_COMPLETION ZSH_COMPLETION
"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

jsearch, bash_script, zsh_script = (Path(word).resolve() for word in sys.argv[1:])
problems, notes = [], []


def helped(command):
    """Options of a command: name to letter, argument and listed values."""
    text = subprocess.run([jsearch, command, "--help"], capture_output=True, encoding="utf-8", check=True).stdout
    options = {}
    for part in re.split(r"\n(?=  (?:-\w, |    )--)", text.split("\nExamples:")[0])[1:]:
        head = re.match(r"  (?:-(\w), |    )--([a-z-]+)(?: ([A-Z:=]+))?", part)
        listed = re.search(r"\(((?:[\w-]+, )+[\w-]+)(?:; default\s[^()]*)?\)\s*(?:\n\n|$)", " ".join(part.split("\n\n")[0].split()))
        options[head.group(2)] = (head.group(1), head.group(3), listed.group(1).split(", ") if listed else [])
    return options


def expect(what, found, wanted):
    if sorted(found) != sorted(wanted):
        problems.append(f"{what}: missing {sorted(set(wanted) - set(found))}, too many {sorted(set(found) - set(wanted))}")


ASK = r"""
source "$1"; shift
COMP_LINE=$1 COMP_POINT=${#1} COMP_CWORD=$(($# - 2)); shift
COMP_WORDS=("$@")
_jsearch
((${#COMPREPLY[@]})) && printf '%s\n' "${COMPREPLY[@]}"
true
"""


def in_bash(line, folder):
    """What the function offers at the end of the line, split as bash splits it."""
    words = re.findall(r"[=:]+|[^\s=:]+", line) + ([""] if line.endswith(" ") else [])
    done = subprocess.run(["bash", "--norc", "-c", ASK, "bash", bash_script, line, *words],
                          capture_output=True, encoding="utf-8", cwd=folder)
    if done.returncode != 0 or done.stderr:
        problems.append(f"bash: {line}: status {done.returncode}: {done.stderr}")
    return done.stdout.splitlines()


def check_bash(commands, folder):
    expect("bash: commands", in_bash("jsearch ", folder), [*commands, "help", "--help", "--version", "--completion"])
    expect("bash: help", in_bash("jsearch help sh", folder), ["show"])
    expect("bash: --completion", in_bash("jsearch --completion ", folder), ["bash", "zsh"])
    for command, options in commands.items():
        expect(f"bash: {command} --", in_bash(f"jsearch {command} --", folder), ["--" + name for name in options])
        expect(f"bash: {command} -- --", in_bash(f"jsearch {command} -- --", folder), [])
        for name, (letter, argument, values) in options.items():
            forms = [f"--{name} ", f"--{name}="] + ([f"-{letter} "] if letter else [])
            for form in forms if argument else []:
                found = in_bash(f"jsearch {command} {form}", folder)
                if values:
                    expect(f"bash: {command} {form}", found, values)
                elif argument in ("FILE", "DIR"):
                    expect(f"bash: {command} {form}", found, ["a folder", "rules.tsv"] if argument == "FILE" else ["a folder"])
    expect("bash: paths", in_bash("jsearch index ru", folder), ["rules.tsv"])
    expect("bash: no paths for a query", in_bash("jsearch search ru", folder), [])
    expect("bash: a query behind a filter", in_bash("jsearch search --filter topic= --coun", folder), ["--count"])
    expect("bash: filters", in_bash("jsearch search --filter ", folder), ["topic=", "author=", "date="])
    expect("bash: a filter's value", in_bash("jsearch search --filter=to", folder), ["topic="])
    expect("bash: lists", in_bash("jsearch search --facets topic,au", folder), ["topic,author"])
    expect("bash: behind a colon", in_bash("jsearch search --facets=topic,date:", folder), ["year", "month", "day"])
    expect("bash: begun behind a colon", in_bash("jsearch search --facets topic,date:y", folder), ["year"])


class terminal:
    """A shell at a pseudo terminal."""

    def __init__(self, command, folder, setup):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.environ.update(TERM="dumb", PS1="> ", LC_ALL="C.UTF-8", COLUMNS="4000", LINES="500", HOME=str(folder))
            os.execvp(command[0], command)
        import fcntl
        import struct
        import termios
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 500, 4000, 0, 0))
        self.count = 0
        for line in setup:
            self.type(line + "\n")
            self.sync()

    def type(self, text):
        os.write(self.fd, text.encode("utf-8"))

    def read_until(self, mark, seconds=20):
        seen, end = "", time.monotonic() + seconds
        while mark not in seen and time.monotonic() < end:
            if select.select([self.fd], [], [], 0.2)[0]:
                try:
                    seen += os.read(self.fd, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        return seen

    def sync(self):
        self.count += 1
        self.type(f"echo mark$((1000 + {self.count}))\n")
        return self.read_until(f"mark{1000 + self.count}\r\n")

    def complete(self, line, holds):
        """What is on the screen after TAB, without its escapes; the line is thrown away. A shell on a busy machine
        gets more time."""
        for patience in (0.25, 1, 5):
            self.type(line + "\t")
            seen = ""
            while more := self.read_until("\0", patience):
                seen += more
            self.type("\x15")
            seen = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\r|\x08|\x07", "", seen + self.sync())
            if holds(seen):
                break
        return seen

    def close(self):
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def check_terminal(name, shell, commands, listed):
    for line, wanted in (("jsearch sugg", "jsearch suggest "), ("jsearch search --explai", "--explain "),
                         ("jsearch search --format=j", "--format=json "), ("jsearch search --facets topic,aut", "topic,author"),
                         ("jsearch index --topics ru", "rules.tsv "), ("jsearch search --filter to", "topic="),
                         ("jsearch search --facets date:ye", "date:year")):
        seen = shell.complete(line, lambda seen: wanted in seen)
        if wanted not in seen:
            problems.append(f"{name}: {line}TAB: no \"{wanted}\" in {seen!r}")
    for command in listed:
        def missing(seen):
            return set(commands[command]) - set(re.findall(r"--([a-z][a-z-]+)", re.sub(r"  -- .*", "", seen, flags=re.M)))

        seen = shell.complete(f"jsearch {command} --", lambda seen: not missing(seen))
        if missing(seen):
            problems.append(f"{name}: {command} --TAB does not list {sorted(missing(seen))}")


overview = subprocess.run([jsearch, "--help"], capture_output=True, encoding="utf-8", check=True).stdout
commands = {name: helped(name) for name in re.findall(r"^  ([a-z]+)  +\S", overview.split("Options:")[0], re.M)}
with tempfile.TemporaryDirectory(prefix="libsearch-completion-") as folder, tempfile.TemporaryDirectory() as functions:
    (Path(folder) / "rules.tsv").touch()
    (Path(folder) / "a folder").mkdir()
    shutil.copy(zsh_script, Path(functions) / "_jsearch")
    os.environ["PATH"] = f"{jsearch.parent}:{os.environ['PATH']}"
    if shutil.which("bash"):
        check_bash(commands, folder)
        shell = terminal(["bash", "--norc", "--noprofile", "-i"], folder,
                         ["bind 'set show-all-if-ambiguous on'", "bind 'set enable-bracketed-paste off'",
                          "bind 'set completion-query-items 0'", "bind 'set page-completions off'", f"source {bash_script}"])
        check_terminal("bash at a terminal", shell, commands, ["search", "topics"])
        shell.close()
    else:
        notes.append("bash is not installed")
    if shutil.which("zsh"):
        shell = terminal(["zsh", "-f", "-i"], folder,
                         ["PS1='> '; setopt no_prompt_cr no_prompt_sp no_beep; LISTMAX=10000; unsetopt zle_bracketed_paste",
                          f"fpath=({functions} $fpath); autoload -U compinit; compinit -D -u", "bindkey -e"])
        check_terminal("zsh at a terminal", shell, commands, commands)
        shell.close()
    else:
        notes.append("zsh is not installed")

values = sum(bool(values) for options in commands.values() for _, _, values in options.values())
if len(commands) < 9 or values < 10:
    problems.append(f"--help gives only {len(commands)} commands and {values} options with values")
for problem in problems:
    print(problem, file=sys.stderr)
print(f"{len(commands)} commands, {values} options with values, {len(problems)} problems" + "".join(f"; {n}" for n in notes))
sys.exit(1 if problems else 0)
