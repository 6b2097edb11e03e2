"""Makes C code of libsearch.h that calls each function with arguments out of an array: what arguments_test.c varies.

usage: arguments.py LIBSEARCH.H C_HEADER.PY OUTPUT

A parameter of a kind that is not known here ends the build: a test is wanted for it.
"""
import os
import re
import sys

NUMBERS = {"size_t": "SIZE", "unsigned": "NATURAL", "int": "INTEGER", "uint32_t": "U32", "uint64_t": "U64",
           "int64_t": "I64", "double": "REAL"}
RETURNS = {"libsearch_status": "STATUS", "const char *": "STRING", "libsearch_span": "SPAN", "double": "REAL", "void": "NOTHING"}
# How an argument is taken out of the array.
MEMBERS = {"SIZE": "size", "LENGTH": "size", "NATURAL": "natural", "INTEGER": "integer", "U32": "natural", "U64": "u64",
           "I64": "i64", "REAL": "real"}


def kind_of(parameters, at, enumerations):
    """(kind, type): what a parameter is, and for handles of which type."""
    text = parameters[at]
    following = parameters[at + 1] if at + 1 < len(parameters) else ""
    kind, name = re.fullmatch(r"(.*?)(\w+)", text).groups()
    kind = kind.strip()
    before = parameters[at - 1] if at else ""
    if text == "libsearch_error **error":
        return "ERROR", ""
    if kind == "const char *":
        return ("TEXT" if re.fullmatch(r"size_t \w*length", following) else "PATH"), ""
    if kind == "size_t" and name.endswith("length") and before.startswith("const char *"):
        return "LENGTH", ""
    if kind == "size_t *" and name == "length":
        return "TEXT_LENGTH", ""
    if kind in ("size_t *", "int *", "uint64_t *"):
        return "NUMBER_OUT", ""
    if found := re.fullmatch(r"(?:const )?libsearch_(\w+) \*", kind):
        return "HANDLE", found.group(1)
    if found := re.fullmatch(r"libsearch_(\w+) \*\*", kind):
        return "HANDLE_OUT", found.group(1)
    if re.fullmatch(r"libsearch_\w+_callback", kind):
        return "FUNCTION", kind
    if kind == "void *":
        return "CONTEXT", ""
    if kind in NUMBERS:
        return NUMBERS[kind], ""
    if kind in enumerations:
        return "ENUMERATION", kind
    raise SystemExit(f"arguments.py: a parameter of a kind that the test does not know: {text}")


def expression(kind, of, at):
    if kind == "FUNCTION":
        return f"({of})a[{at}].function"
    if kind == "ENUMERATION":
        return f"({of})a[{at}].integer"
    return f"a[{at}].{MEMBERS.get(kind, 'pointer')}"


def main(header, reader, output):
    sys.path.insert(0, os.path.dirname(reader))
    import c_header
    with open(header, encoding="utf-8") as file:
        text = file.read()
    enumerations = set(re.findall(r"typedef enum (libsearch_\w+)", text))
    types = re.findall(r"typedef struct libsearch_(\w+) libsearch_\1;", text)
    functions = c_header.read(text)
    lines = ["enum type {"] + [f"  type_{name}," for name in types] + ["  type_count, type_none = type_count", "};"]
    table = []
    for one in functions:
        kinds = [kind_of(one.parameters, at, enumerations) for at in range(len(one.parameters))]
        name = one.name.removeprefix("libsearch_")
        call = f"{one.name}({', '.join(expression(*kind, at) for at, kind in enumerate(kinds))})"
        returns = RETURNS.get(one.returns, "COUNT")
        if returns == "STATUS" and "libsearch_error **error" not in one.parameters:
            returns = "COUNT"
        member = {"STATUS": "status = ", "STRING": "text = ", "SPAN": "span = ", "REAL": "real = ", "NOTHING": "",
                  "COUNT": "count = (uint64_t)"}[returns]
        lines += [f"static void call_{name}(const union argument *a, struct answer *answer) {{",
                  "  (void)a, (void)answer;", f"  {'answer->' if member else ''}{member}{call};", "}",
                  f"static const struct parameter parameters_{name}[] = {{"]
        for parameter, (kind, of) in zip(one.parameter_names(), kinds):
            handle = f"type_{of}" if kind.startswith("HANDLE") else "type_none"
            function = f"(any_function *)a_{of.removeprefix('libsearch_')}" if kind == "FUNCTION" else "NULL"
            lines.append(f"  {{\"{parameter}\", {kind}, {handle}, {function}}},")
        lines += ["  {NULL, NONE, type_none, NULL}", "};"]
        table.append(f"  {{\"{one.name}\", RETURNS_{returns}, {len(kinds)}, parameters_{name}, call_{name}}},")
    lines += ["static const struct function functions[] = {"] + table + ["};"]
    freed = {one.parameters[0].split()[0].removeprefix("libsearch_"): one.name for one in functions
             if one.name.endswith("_free")}
    lines += ["static void free_handle(enum type type, void *handle) {", "  switch (type) {"]
    lines += [f"    case type_{name}: {freed[name]}(handle); break;" for name in types if name in freed]
    lines += ["    default: CHECK(!\"a type that can't be freed\");", "  }", "}"]
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


main(*sys.argv[1:])
