"""Gives JSON lines made-up topics, the same ones each time, for benchmarks of facets.

usage: add_topics.py < IN.jsonl > OUT.jsonl
"""
import json
import random
import sys

AREAS = ["文学", "歴史", "科学", "芸術", "社会", "宗教", "旅行", "経済"]


def topic(source):
    area = source.choice(AREAS)
    kind = source.randrange(4)
    if kind == 0:
        return area
    below = f"{area}/{area}{source.randrange(6)}"
    return below if kind < 3 else f"{below}/細目{source.randrange(10)}"


def main():
    source = random.Random(5)
    for line in sys.stdin:
        record = json.loads(line)
        topics = sorted({topic(source) for _ in range(source.choice([0, 1, 1, 1, 2, 3]))})
        if topics:
            record["topics"] = topics
        print(json.dumps(record, ensure_ascii=False))


main()
