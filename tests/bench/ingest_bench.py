"""How fast files become an index, and in how much memory. Run it on a quiet machine.

usage: ingest_bench.py JSEARCH [--texts N] [--runs N] [--pdfs N] [--files N,N,...] [--folder DIR]

- the same texts as files and as JSON lines, in pairs: medians of wall and processor time, and of the pairs' ratios, which
  a noisy machine disturbs less;
- PDFs made of some of them: the share of pdfinfo and pdftotext in the whole (skipped without python3-reportlab);
- N small files: peak memory of the first run and of a second one that finds nothing changed, and its time.
"""
import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = ("港の|朝の|冬の|沖の|古い|新しい|遠い|小さな".split("|"),
         "燃料|送電線|蓄電池|水素|発電所|市場|首脳会談|資源|研究所|需給".split("|"),
         "は|が|を|に|の".split("|"),
         "増える|足りない|届く|値上がりする|変わった|試される|見直された|遅れた".split("|"))


def sentence(rng):
    return "".join(rng.choice(part) for part in PARTS) + rng.choice(["。", "と、係は言う。", f"。{rng.randint(2, 980)}件のうちの一つである。"])


def essay(rng, number, length):
    paragraphs = ["".join(sentence(rng) for _ in range(12)) for _ in range(max(1, length // 200))]
    head = f"第{number}の町の電気\n\nかいとう資源研究所 研究員 青海 太郎\n\n20{rng.randint(10, 25)}年{rng.randint(1, 12)}月\n\n"
    lines = []
    for paragraph in paragraphs:
        lines += [paragraph[i:i + 40] for i in range(0, len(paragraph), 40)] + [""]
    return head + "\n".join(lines) + "\n"


def run(words):
    """Wall time, processor time of the process and of its children, and peak memory in KiB, of one command."""
    start = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(words)} failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def fresh(place, jsearch, *words):
    shutil.rmtree(place, ignore_errors=True)
    return run([jsearch, "index", "-q", "-i", str(place), *map(str, words)])


def compare_formats(jsearch, folder, texts, runs):
    rng = random.Random(7)
    files = folder / "texts"
    files.mkdir()
    for i in range(texts):
        (files / f"{i:06}.txt").write_text(essay(rng, i, 3000), encoding="utf-8")
    fresh(folder / "a.idx", jsearch, files)
    with open(folder / "texts.jsonl", "w", encoding="utf-8") as out:
        for i in range(texts):
            shown = subprocess.run([jsearch, "show", "--json", "-i", str(folder / "a.idx"), str(files / f"{i:06}.txt")],
                                   capture_output=True, text=True, check=True).stdout
            record = json.loads(shown)
            for name in ("keyphrases", "lang"):  # found in texts and in records alike
                record.pop(name, None)
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    sources = {"files": files, "JSON lines": folder / "texts.jsonl"}
    measured = {name: [] for name in sources}
    for turn in range(runs):  # each goes first in every other pair
        for name in list(sources) if turn % 2 == 0 else reversed(sources):
            measured[name].append(fresh(folder / "b.idx", jsearch, sources[name]))
    for name, times in measured.items():
        wall, processor = (statistics.median(t[i] for t in times) for i in (0, 1))
        print(f"{name:12} {texts} texts  wall {wall:7.2f} s  processor {processor:7.2f} s  (medians of {runs})")
    for i, what in enumerate(("wall", "processor")):
        ratios = sorted(a[i] / b[i] for a, b in zip(measured["files"], measured["JSON lines"]))
        print(f"files to JSON lines, {what}: median of the pairs' ratios {statistics.median(ratios):.2f}, "
              f"from {ratios[0]:.2f} to {ratios[-1]:.2f}")


def measure_pdfs(jsearch, folder, count):
    texts, pdfs = folder / "some", folder / "pdfs"
    texts.mkdir()
    pdfs.mkdir()
    rng = random.Random(8)
    for i in range(count):
        (texts / f"{i}.txt").write_text(essay(rng, i, 3000), encoding="utf-8")
    made = subprocess.run(["/usr/bin/python3", str(HERE.parent / "ingest" / "make_pdf.py"), "--folder", str(texts), str(pdfs)],
                          stderr=subprocess.DEVNULL)
    if made.returncode != 0:
        print("PDFs: skipped, python3-reportlab or its font is not there")
        return
    whole = fresh(folder / "p.idx", jsearch, pdfs)
    start = time.monotonic()
    for name in sorted(pdfs.iterdir()):
        subprocess.run(["pdfinfo", "-enc", "UTF-8", "-isodates", str(name)], stdout=subprocess.DEVNULL, check=True)
        subprocess.run(["pdftotext", "-enc", "UTF-8", str(name), "-"], stdout=subprocess.DEVNULL, check=True)
        subprocess.run(["pdftotext", "-bbox", "-enc", "UTF-8", "-f", "1", "-l", "1", str(name), "-"], stdout=subprocess.DEVNULL, check=True)
    alone = time.monotonic() - start
    print(f"{count} PDFs: {whole[0]:.2f} s, of which pdfinfo and pdftotext take {100 * alone / whole[0]:.0f} %")


def measure_memory(jsearch, folder, sizes):
    before = None
    for size in sizes:
        files = folder / f"many{size}"
        rng = random.Random(size)
        for i in range(size):
            place = files / f"{i // 1000:03}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"essay-{i:06}.txt").write_text(f"第{i}の町\n\n青海 太郎\n\n{sentence(rng)}{sentence(rng)}\n", encoding="utf-8")
        first = fresh(folder / "m.idx", jsearch, files)
        second = run([jsearch, "index", "-q", "-i", str(folder / "m.idx"), str(files)])
        print(f"{size:7} files: first run {first[0]:7.1f} s, peak {first[2] / 1024:6.0f} MiB; "
              f"unchanged {second[0]:5.2f} s, peak {second[2] / 1024:6.0f} MiB")
        if before:
            grown = [1024 * (now[2] - then[2]) / (size - before[0]) for now, then in ((first, before[1]), (second, before[2]))]
            print(f"        growth since {before[0]} files: {grown[0]:.0f} bytes a file, unchanged {grown[1]:.0f}")
        before = (size, first, second)
        shutil.rmtree(files)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("jsearch")
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--pdfs", type=int, default=100)
    parser.add_argument("--files", default="1000,10000,100000")
    parser.add_argument("--folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder = Path(name)
        jsearch = os.path.abspath(given.jsearch)
        if given.texts:
            compare_formats(jsearch, folder, given.texts, given.runs)
        if given.pdfs:
            measure_pdfs(jsearch, folder, given.pdfs)
        if given.files:
            measure_memory(jsearch, folder, [int(size) for size in given.files.split(",")])


main()
