"""The shared library exports the reviewed C functions and namespace libsearch, nothing else.

usage: exported_test.py LIBRARY EXPORTED.TXT LIBSEARCH.H
"""
import re
import subprocess
import sys


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(library, list_file, header):
    with open(list_file, encoding="utf-8") as lines:
        reviewed = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    with open(header, encoding="utf-8") as text:
        code = re.sub(r"/\*.*?\*/", "", text.read(), flags=re.S)
    declared = set(re.findall(r"\b(libsearch_\w+)\(", code))

    # nm may append @VERSION to a name.
    mangled = [line.split()[-1].split("@")[0]
               for line in output("nm", "-D", "--defined-only", library).splitlines()]
    exported = {name for name in mangled if not name.startswith("_Z")}
    names = [name for name in mangled if name.startswith("_Z")]
    plain = output("c++filt", *names).splitlines() if names else []
    ours = re.compile(r"((typeinfo|typeinfo name|vtable|VTT|guard variable) for )?libsearch::")

    problems = [f"exported, but not in the list: {name}" for name in sorted(exported - reviewed)]
    problems += [f"in the list, but not exported: {name}" for name in sorted(reviewed - exported)]
    problems += [f"declared, but not in the list: {name}" for name in sorted(declared - reviewed)]
    problems += [f"in the list, but not declared: {name}" for name in sorted(reviewed - declared)]
    problems += [f"outside of namespace libsearch: {name}" for name in plain if not ours.match(name)]
    for problem in problems:
        print(problem)
    print(f"{len(exported)} C functions, {len(plain)} C++ symbols, {len(problems)} problems")
    return 1 if problems or not exported else 0


sys.exit(main(*sys.argv[1:]))
