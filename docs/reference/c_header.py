"""Reads libsearch.h: families, functions, and what their comments say.

A family begins with /* ---- Name ---- */. A comment stands directly before what it describes. Its first paragraph says
what a function does, lines "name  meaning" (two blanks or more; what follows is indented as far) its parameters, and a
sentence that begins with "Returns" its statuses; "Since 0.1." stands at the end.
"""
import re
from dataclasses import dataclass, field

FAMILY = re.compile(r"/\* ---- (.+?) ---- \*/")
DECLARATION = re.compile(r"LIBSEARCH_API\s+([^;]+?)\b(libsearch_\w+)\(([^;]*)\);", re.S)
COMMENT = re.compile(r"/\*(?!\*)(.*?)\*/", re.S)


@dataclass
class function:
    name: str
    returns: str            # type, such as "const char *"
    parameters: list        # as declared: "size_t length"
    description: str        # paragraphs, without what follows here
    meanings: dict          # name of a parameter to what it means
    status: str             # from "Returns" on, or ""
    since: str
    family: str = ""
    problems: list = field(default_factory=list)

    def parameter_names(self):
        return [name_of(p) for p in self.parameters]

    def declaration(self):
        separator = "" if self.returns.endswith("*") else " "
        return f"{self.returns}{separator}{self.name}({', '.join(self.parameters) or 'void'})"

    def summary(self):
        """The first sentence."""
        text = " ".join(self.description.split("\n\n")[0].split())
        found = re.match(r".*?\.(?= [A-Z]|$)", text)
        return found.group(0) if found else text


def name_of(parameter):
    """The name in "const char *text" and in "int (*visit)(void *data)"."""
    pointer = re.search(r"\(\*(\w+)\)", parameter)
    return pointer.group(1) if pointer else re.findall(r"\w+", parameter)[-1]


def split_parameters(text):
    """At the commas that stand in no parentheses."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    parts = [" ".join(p.split()) for p in parts]
    return [] if parts == ["void"] else parts


def comment_text(comment):
    """The text of a comment without the stars at the left."""
    lines = [re.sub(r"^ ?\* ?", "", line).rstrip() for line in comment.strip("\n").split("\n")]
    return "\n".join(lines).strip()


def read_comment(text, names):
    """Description, meanings, what is returned, version."""
    text = comment_text(text)
    found = re.search(r"\bSince\s+(\d+\.\d+)\.?\s*$", text)
    since = found.group(1) if found else ""
    if found:
        text = text[:found.start()].rstrip()
    paragraphs, meanings, current = [], {}, None
    for line in text.split("\n"):
        entry = re.match(r"(\w+(?:, \w+)*) {2,}(.*)$", line)
        if entry and set(entry.group(1).split(", ")) <= set(names):
            current = entry.group(1).split(", ")
            for name in current:
                meanings[name] = entry.group(2)
        elif current and line.startswith("  "):
            for name in current:
                meanings[name] += " " + line.strip()
        else:
            current = None
            paragraphs.append(line)
    description = re.sub(r"\n{3,}", "\n\n", "\n".join(paragraphs)).strip()
    status = ""
    found = re.search(r"(?:^|(?<=[.;:] )|(?<=[.;:]\n))Returns\s", description, re.M)
    if found:
        status = " ".join(description[found.start():].split())
        description = description[:found.start()].strip()
    return description, meanings, status, since


def read(text):
    """The functions of the header in their order."""
    functions = []
    families = [(m.end(), m.group(1)) for m in FAMILY.finditer(text)]
    comments = list(COMMENT.finditer(text))
    for found in DECLARATION.finditer(text):
        parameters = split_parameters(found.group(3))
        names = [name_of(p) for p in parameters]
        before = [c for c in comments if c.end() <= found.start()]
        # A comment belongs to the declaration when nothing else stands between.
        own = before and not text[before[-1].end():found.start()].strip() and not FAMILY.match(before[-1].group(0))
        description, meanings, status, since = read_comment(before[-1].group(1) if own else "", names)
        one = function(found.group(2), " ".join(found.group(1).split()), parameters, description, meanings, status, since)
        one.family = ([name for end, name in families if end <= found.start()] or [""])[-1]
        if not description:
            one.problems.append("does not say what it does")
        # What getters have in common is said once, at the head of the header.
        if "libsearch_error **error" in parameters:
            one.problems += [f"does not say what \"{name}\" is" for name in names if name not in meanings]
        if not since:
            one.problems.append("does not say since which version it is there")
        if one.returns == "libsearch_status" and not status and "libsearch_error **error" in parameters:
            one.problems.append("does not say what it returns")
        functions.append(one)
    return functions
