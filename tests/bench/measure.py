"""Runs a command and tells its time and its peak memory; figures of lists and folders.

As a program: measure.py RESULT COMMAND... writes the figures of COMMAND to RESULT. A process of
its own does this because a child starts with the peak memory of its parent; this one is small.
"""
import json
import math
import os
import subprocess
import sys
import time
from pathlib import Path


class Failed(Exception):
    """A command that ended with an error."""


def output_of(command, **options):
    """What a command prints on standard output, as text."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace",
                          **options)
    # A search that finds nothing may say so with status 1.
    if done.returncode not in (0, 1) or (done.returncode == 1 and done.stderr.strip()):
        raise Failed(f"{Path(command[0]).name}: {last_line(done.stderr) or done.returncode}")
    return done.stdout


def last_line(text):
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def run_measured(command, folder, stdin=None, environment=None):
    """Seconds on the clock and peak resident memory in bytes of a command that may take long."""
    result, errors = folder / "measured.json", folder / "errors.txt"
    with open(stdin or os.devnull, "rb") as given, open(errors, "wb") as said:
        status = subprocess.run(
            [sys.executable, "-I", "-S", __file__, str(result), *map(str, command)],
            stdin=given, stdout=subprocess.DEVNULL, stderr=said,
            env=dict(os.environ, **(environment or {}))).returncode
    if status != 0:
        said = last_line(errors.read_text(encoding="utf-8", errors="replace"))
        raise Failed(f"{Path(str(command[0])).name} ended with status {status}: {said}")
    figures = json.loads(result.read_text())
    return figures["seconds"], figures["peak"]


def seconds_of(command, stdin=""):
    """Seconds from the start of a process to its end."""
    started = time.perf_counter()
    subprocess.run([str(word) for word in command], input=stdin.encode(), stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def bytes_on_disk(folder):
    """Bytes of all files below a folder; holes in a file don't count."""
    states = [path.lstat() for path in Path(folder).rglob("*") if path.is_file()]
    return sum(min(state.st_size, state.st_blocks * 512) for state in states)


def percentile(values, percent):
    """The smallest of the values that so many percent of them don't exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def exponent(sizes, figures):
    """The b of figure = a * size^b, by least squares on the logarithms; None without two points."""
    points = [(math.log(x), math.log(y)) for x, y in zip(sizes, figures) if x > 0 and y > 0]
    if len({x for x, _ in points}) < 2:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return (sum((x - mean_x) * (y - mean_y) for x, y in points) /
            sum((x - mean_x) ** 2 for x, _ in points))


def main(result, command):
    started = time.perf_counter()
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    figures = {"seconds": time.perf_counter() - started, "peak": usage.ru_maxrss * 1024}
    Path(result).write_text(json.dumps(figures))
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
