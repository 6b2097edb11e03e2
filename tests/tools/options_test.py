"""Each command's --help and the man page name the same options. Completions are made of the same table.

usage: options_test.py JSEARCH SOURCE_ROOT
"""
import re
import subprocess
import sys
from pathlib import Path

jsearch, root = sys.argv[1], Path(sys.argv[2])
LONG_OPTION = re.compile(r"(?<![\w-])--([a-z][a-z-]*)")
problems = []


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True)
    if done.returncode != 0:
        problems.append(f"{' '.join(arguments)}: status {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def help_options(command):
    """The names in the left column of the help."""
    names = set()
    for line in run(jsearch, command, "--help").splitlines():
        found = re.match(r"  (?:-\w, |    )--([a-z-]+)", line)
        if found:
            names.add(found.group(1))
    return names


def man_sections():
    """Heading of the page, or name of the command, to the options that stand below it."""
    sections, current = {}, ""
    for line in man_text.splitlines():
        heading = re.match(r'\.S[HS] "?(?:jsearch )?([A-Za-z]+)', line)
        if heading:
            current = heading.group(1)
        plain = line.replace("\\-", "-")
        sections.setdefault(current, set()).update(LONG_OPTION.findall(plain))
    return sections


man_text = (root / "tools/man/jsearch.1").read_text()
overview = run(jsearch, "--help")
commands = re.findall(r"^  ([a-z]+)  +\S", overview.split("Options:")[0], re.M)
if len(commands) < 9:
    problems.append(f"jsearch --help lists only {commands}")
man = man_sections()
for command in commands:
    expected = help_options(command)
    names = man.get(command, set()) | man.get("COMMON", set())
    if names != expected:
        problems.append(f"{command}: man page: without {sorted(expected - names)}, "
                        f"more than --help {sorted(names - expected)}")
    if run(jsearch, "help", command) != run(jsearch, command, "--help"):
        problems.append(f"{command}: \"help {command}\" and \"{command} --help\" differ")
    for line in run(jsearch, command, "--help").splitlines():
        if len(line) > 80:
            problems.append(f"{command}: a line of the help is too long: {line}")

facets_help = " ".join(run(jsearch, "facets", "--help").split())
if "default topic" in facets_help or facets_help.count("declared facets that documents have, but for number") != 2:
    problems.append("facets: --help does not say twice what is counted without --facets")
description = man_text.split("\n.SH DESCRIPTION\n")[1].split("\n.SH ")[0]
for format_name in ("plain text", "Markdown", "HTML", "PDF", "JSON lines"):
    if format_name not in description:
        problems.append(f"DESCRIPTION: man page: without {format_name}")

# Endings that a folder's files are left out by: each stands in the man page, and nothing else does.
listed = re.search(r"extensions = \{(.*?)\};", (root / "libsearch/ingest/file_list.cpp").read_text(), re.S)
endings = set(re.findall(r'"(\.\w+)"', listed.group(1))) if listed else set()
section = re.search(r"^\.SH FILES LEFT OUT\n(.*?)^\.SH ", man_text, re.M | re.S)
told = set()
for line in section.group(1).splitlines() if section else []:
    if re.match(r"[a-z ]+: \.", line):
        told |= set(re.findall(r"(?<= )\.\w+", line))
if not endings or endings != told:
    problems.append(f"FILES LEFT OUT: man page: without {sorted(endings - told)}, more than the source {sorted(told - endings)}")

for problem in problems:
    print(problem, file=sys.stderr)
print(f"{len(commands)} commands compared")
sys.exit(1 if problems else 0)
