"""The figures of a run as tables, readable as they are and as Markdown."""
import unicodedata

from measure import exponent

MEGABYTE = 1e6
MEBIBYTE = 1 << 20


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table(header, rows):
    """An aligned table; the first column to the left, the others to the right."""
    lines = [list(map(str, line)) for line in [header, *rows]]
    widths = [max(3, *(width(line[i]) for line in lines)) for i in range(len(header))]

    def pad(text, i):
        gap = " " * (widths[i] - width(text))
        return text + gap if i == 0 else gap + text

    texts = ["| " + " | ".join(pad(cell, i) for i, cell in enumerate(line)) + " |"
             for line in lines]
    rule = "|" + "|".join("-" * (w + 2) if i == 0 else "-" * (w + 1) + ":"
                          for i, w in enumerate(widths)) + "|"
    return "\n".join([texts[0], rule, *texts[1:]])


def number(value, digits=2):
    return "-" if value is None else f"{value:.{digits}f}"


def milliseconds(value):
    """Three digits that mean something."""
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def percent(value):
    return "-" if value is None else f"{value * 100:.1f} %"


def row_name(engine, setting):
    return f"{engine}, {setting}" if setting else engine


def complete(result):
    """The engines that came through all parts of the corpus."""
    return [e for e in result["engines"] if e["runs"] and e["runs"][-1]["fraction"] == "1"]


def searches(result):
    """(name of the row, figures) of each way of asking, on the whole corpus."""
    for engine in complete(result):
        for setting, figures in engine["runs"][-1]["searches"].items():
            yield row_name(engine["name"], setting), figures


def indexing(result):
    rows = []
    for engine in complete(result):
        run = engine["runs"][-1]
        rows.append([engine["name"], number(run["seconds"], 1),
                     number(run["input_bytes"] / MEGABYTE / run["seconds"]),
                     number(run["index_bytes"] / run["text_bytes"]),
                     number(run["peak_bytes"] / MEBIBYTE, 0), milliseconds(engine["cold_ms"])])
    return table(["engine", "seconds", "MB/s", "index / text", "peak MiB", "cold start ms"], rows)


def latency(result):
    classes = result["corpus"]["classes"]
    rows = []
    for name, figures in searches(result):
        times = [figures["latency"][kind] for kind in classes] + [figures["first"]]
        cells = [" / ".join(milliseconds(time[p]) for p in ("p50", "p95", "p99")) for time in times]
        rows.append([name, *cells])
    return table(["p50 / p95 / p99 in ms", *classes, "first time"], rows)


def exactness(result):
    rows = [[name, percent(f["exact"]["right"]), percent(f["exact"]["recall"]),
             percent(f["exact"]["precision"])]
            for name, f in searches(result) if f["strict"]]
    return table(["found, beside a scan", "queries right", "recall", "precision"], rows)


def ranking(result):
    rows = []
    for engine in complete(result):
        if "ranking" in engine:
            figures = engine["ranking"]
            rows.append([engine["name"], *(number(figures[k], 4) for k in ("mrr", "hit1", "hit10")),
                         milliseconds(figures["p50"])])
    return table(["questions", "MRR@10", "hit@1", "hit@10", "p50 ms"], rows) if rows else ""


def growth(result):
    """How figures grow from part to part of the corpus, and the exponent of that."""
    rows, fractions = [], []
    for engine in complete(result):
        runs = engine["runs"]
        if len(runs) < 2:
            return ""
        fractions = [run["fraction"] for run in runs]
        sizes = [run["text_bytes"] for run in runs]

        def add(what, values, shape):
            rows.append([f"{engine['name']}: {what}", *map(shape, values),
                         number(exponent(sizes, values))])

        add("seconds", [run["seconds"] for run in runs], milliseconds)
        add("index MB", [run["index_bytes"] / MEGABYTE for run in runs], milliseconds)
        add("peak MiB", [run["peak_bytes"] / MEBIBYTE for run in runs], milliseconds)
        for setting in runs[0]["searches"]:
            for p in ("p50", "p99"):
                add(f"{setting} {p} ms".strip(),
                    [run["searches"][setting]["latency"]["all"][p] for run in runs], milliseconds)
    return table(["part of the corpus", *fractions, "exponent"], rows)


def describe(result):
    corpus, machine = result["corpus"], result["machine"]
    lines = [
        f"{result['date']}; {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory_gib']:.0f} GiB; {machine['system']}.",
        f"Corpus: {corpus['name']}, {corpus['documents']:,} documents, "
        f"{corpus['input_bytes'] / MEGABYTE:.1f} MB of JSON lines, "
        f"{corpus['text_bytes'] / MEGABYTE:.1f} MB of text; {corpus['queries']} queries, "
        f"medians of {result['rounds']} rounds after {result['warmup']} to warm up; "
        f"{result['threads']} threads and {result['memory']} MiB where the engine has a choice.",
        "Versions: " + "; ".join(f"{e['name']}: {e['version']}" for e in result["engines"]
                                 if e["version"]) + ".",
    ]
    lines += [f"Skipped: {name}: {reason}." for name, reason in result["skipped"]]
    if machine["load"] > 0.5:
        lines.append("Something else was running: at the start the load was "
                     f"{machine['load']:.1f}.")
    return "\n\n".join(lines)


def document(result):
    """Everything, as Markdown."""
    parts = [describe(result), indexing(result), latency(result), exactness(result),
             ranking(result), growth(result)]
    return "\n\n".join(part for part in parts if part) + "\n"
