"""Writes libsearch(3): the template, with the first program, and the functions of the header by family.

usage: man_page.py libsearch.3.in first_program.c libsearch.h VERSION > libsearch.3
"""
import sys
from pathlib import Path

import c_header


def roff(text):
    """Text as roff has it."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    return "\\&" + text if text.startswith((".", "'")) else text


def functions(header):
    lines, family = [], None
    for one in c_header.read(header):
        if one.family != family:
            family = one.family
            lines.append(f'.SS "{roff(family)}"')
        lines += [".TP", ".nh", f".B {roff(one.declaration())}", ".hy", roff(one.summary())]
    return "\n".join(lines)


def main(template, program, header, version):
    text = Path(template).read_text(encoding="utf-8")
    text = text.replace("@VERSION@", version)
    source = Path(program).read_text(encoding="utf-8")
    text = text.replace("@PROGRAM@", "\n".join(roff(line) for line in source.splitlines()))
    return text.replace("@FUNCTIONS@", functions(Path(header).read_text(encoding="utf-8")))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sys.stdout.buffer.write(main(*sys.argv[1:]).encode("utf-8"))
