"""libsearch.h with its comments in doxygen's form; doxygen runs it for each C header.

usage: doxygen_filter.py HEADER
"""
import re
import sys
from pathlib import Path

import c_header


def prose(text):
    """Text that doxygen takes as it is: no tags, no commands, no links."""
    text = re.sub(r"`([^`]*)`", lambda m: m.group(1), text)
    text = text.replace("\\", "\\\\").replace("@", "\\@").replace("#", "\\#")
    text = text.replace("<", "&lt;").replace(">", "&gt;").replace("*", "&lowast;").replace("%", "\\%")
    return text.replace('"', "&quot;").replace("_", "_")


def block(lines):
    return "/**\n" + "\n".join(" * " + line if line else " *" for line in lines) + "\n */"


def function_block(one):
    lines = prose(one.description).split("\n")
    for name in one.parameter_names():
        # A getter's own comment leaves out what the head of the header says of all getters.
        usual = "receives the bytes of the text; may be NULL." if name == "length" else f"the {name.replace('_', ' ')}."
        lines += ["", f"@param {name} {prose(one.meanings.get(name, usual))}"]
    if one.status:
        lines += ["", f"@return {prose(one.status.removeprefix('Returns').strip())}"]
    if one.since:
        lines += ["", f"@since {one.since}"]
    return block(lines)


def convert(text, name):
    functions = {one.name: one for one in c_header.read(text)}
    out, at, first, group = [], 0, True, False
    for found in c_header.COMMENT.finditer(text):
        out.append(text[at:found.start()])
        at = found.end()
        rest = text[at:]
        declared = c_header.DECLARATION.match(rest.lstrip())
        family = c_header.FAMILY.match(found.group(0))
        line_before = text[text.rfind("\n", 0, found.start()) + 1:found.start()]
        if first:
            out.append(block([f"@file {name}", *prose(c_header.comment_text(found.group(1))).split("\n")]))
        elif family:
            title = family.group(1)
            label = re.sub(r"\W+", "_", title.lower())
            out.append(("/** @} */\n" if group else "") + f"/** @defgroup {label} C: {title}\n * @{{ */")
            group = True
        elif declared:
            out.append(function_block(functions[declared.group(2)]))
        elif line_before.strip():
            out.append("/**< " + prose(c_header.comment_text(found.group(1))).replace("\n", " ") + " */")
        else:
            out.append(block(prose(c_header.comment_text(found.group(1))).split("\n")))
        first = False
    rest = text[at:]
    if group:
        # Before the guard's end; what follows the last function is of no family.
        last = rest.find("#ifdef __cplusplus")
        last = last if last >= 0 else len(rest)
        rest = rest[:last] + "/** @} */\n" + rest[last:]
    return "".join(out) + rest


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    header = Path(sys.argv[1])
    sys.stdout.buffer.write(convert(header.read_text(encoding="utf-8"), header.name).encode("utf-8"))
