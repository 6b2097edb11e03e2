"""Full-text search for Japanese, with facets, in a folder of your own.

    import libsearch
    with libsearch.Writer("notes.idx") as writer:
        writer.put({"id": "1", "title": "港の水素", "topic": "燃料/水素", "body": "船が水素で走る。"})
    with libsearch.Index("notes.idx") as index:
        for hit in index.search("水素"):
            print(hit.title, hit.snippet)

An Index or Writer is for one thread at a time: open one per thread.
"""
from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Union

from . import _native
from ._native import Error

__all__ = ["Completion", "Error", "FacetValue", "Filters", "Hit", "Index", "Results", "Writer", "version"]

#: FIELD to a value or several: {"topic": ["資源", "電力"], "date": "2024..2025"}. One of each field's values must fit.
Filters = Mapping[str, Union[str, Iterable[str]]]
Path = Union[str, "os.PathLike[str]"]


@dataclass(frozen=True)
class Hit:
    id: str
    score: float
    title: str
    authors: list[str]
    date: str          #: YYYY, YYYY-MM, YYYY-MM-DD or ""
    topics: list[str]
    path: str
    snippet: str       #: HTML: escaped, what matched stands in <mark>
    page: int | None   #: of the snippet's first mark, where the source has pages


@dataclass(frozen=True)
class FacetValue:
    value: str         #: "" stands for documents without one
    count: int


@dataclass(frozen=True)
class Completion:
    text: str
    kind: str          #: "topic", "author", "title", "word" or "compound"
    count: int


@dataclass(frozen=True)
class Results:
    """One page of hits, over which it iterates."""
    hits: list[Hit]
    total: int
    relation: str      #: of `total`: "eq", "gte" (at least so many) or "estimate"
    matched: str       #: "all", "words", "relaxed" ... (docs/QUERY_SYNTAX.md)
    facets: dict[str, list[FacetValue]]
    suggestions: list[str]   #: the query with other words for those that find nothing
    diagnostics: list[str]   #: what of the query was not understood
    next: str | None   #: `after` of the next page
    took_ms: float

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


def version() -> str:
    """The version of the shared library."""
    return str(_native.library.libsearch_version().decode())


def _hit(o: Any) -> Hit:
    return Hit(o["id"], o["score"], o["title"], o["authors"], o["date"], o["topics"], o.get("path", ""),
               o.get("snippet", ""), o.get("page"))


def _results(line: str) -> Results:
    o = json.loads(line)
    facets = {field: [FacetValue(v["value"], v["count"]) for v in values] for field, values in o.get("facets", {}).items()}
    return Results([_hit(h) for h in o["hits"]], o["total"]["value"], o["total"]["relation"], o["matched"], facets,
                   o.get("suggestions", []), [d["message"] for d in o.get("diagnostics", [])], o.get("next"), o["took_ms"])


def _options(filters: Filters | None, facets: Iterable[str], options: Mapping[str, Any]) -> str:
    pairs = [[field, value] for field, values in (filters or {}).items()
             for value in ([values] if isinstance(values, str) else values)]
    return json.dumps({**options, "filters": pairs, "facets": list(facets)})


class _Handle:
    """What has to be closed, at the latest by the garbage collector."""
    _kind: str

    def __init__(self, path: Path) -> None:
        self._handle: Any = None
        self._handle = _native.make(f"libsearch_{self._kind}_open", _native.folder(path))

    def close(self) -> None:
        handle, self._handle = self._handle, None
        if handle:
            getattr(_native.library, f"libsearch_{self._kind}_free")(handle)

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            self.close()


class Index(_Handle):
    """An index opened for reading. Each call sees the newest commit."""
    _kind = "index"

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def search(self, query: str, *, filters: Filters | None = None, facets: Iterable[str] = (),
               **options: Any) -> Results:
        """One page of what matches. `options` are those of libsearch_search_json(): limit=10, offset=0, sort="-date",
        match="all", variants=False, snippet_length=120, facet_limit=10, total="exact" ..."""
        return _results(_native.text("libsearch_search_json", self._handle, query, _options(filters, facets, options)))

    def all(self, query: str, *, filters: Filters | None = None, **options: Any) -> Iterator[Hit]:
        """All hits, which are fetched page by page; Error "invalid_argument" when the index changes on the way."""
        page = self.search(query, filters=filters, **options)
        yield from page
        while page.next:
            page = self.search(query, filters=filters, after=page.next, **options)
            yield from page

    def similar(self, id: str, *, filters: Filters | None = None, facets: Iterable[str] = (), **options: Any) -> Results:
        """Documents like this one; Error "not_found" if there is none of this id."""
        return _results(_native.text("libsearch_similar_json", self._handle, id, _options(filters, facets, options)))

    def similar_to_text(self, text: str, *, filters: Filters | None = None, facets: Iterable[str] = (),
                        **options: Any) -> Results:
        """Documents like a text, such as a draft."""
        return _results(_native.text("libsearch_similar_text_json", self._handle, text, _options(filters, facets, options)))

    def suggest(self, prefix: str, limit: int = 10) -> list[Completion]:
        """What is being typed may become this. Kana and romaji find katakana too."""
        found = json.loads(_native.text("libsearch_suggest_json", self._handle, prefix, limit))
        return [Completion(c["text"], c["kind"], c["count"]) for c in found["completions"]]

    def statistics(self) -> dict[str, Any]:
        return dict(json.loads(_native.text("libsearch_index_statistics_json", self._handle)))

    def __getitem__(self, id: str) -> dict[str, Any]:
        """The document as it was put, its topics by rules with it; KeyError if there is none."""
        try:
            return dict(json.loads(_native.text("libsearch_index_get_json", self._handle, id)))
        except Error as error:
            if error.status == "not_found":
                raise KeyError(id) from error
            raise

    def __contains__(self, id: str) -> bool:
        try:
            self[id]
        except KeyError:
            return False
        return True

    def __len__(self) -> int:
        return int(self.statistics()["documents"])

    def __bool__(self) -> bool:
        return True  # an index without documents is an index


class Writer(_Handle):
    """Changes an index, or makes it. With `with`, what was put is committed at the end, or dropped by an exception."""
    _kind = "writer"

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.close()

    def put(self, document: Mapping[str, Any]) -> None:
        """Adds a document, or replaces the one with its id. Keys: id, title, body and, if wanted, author or authors,
        date, topic or topics, path and any others."""
        _native.call("libsearch_writer_put_json", self._handle, json.dumps(dict(document)))

    def remove(self, id: str) -> None:
        """Removes a document, if there is one."""
        _native.call("libsearch_writer_remove", self._handle, id)

    def declare(self, *fields: Mapping[str, Any]) -> None:
        """Makes keys of documents fields: {"name": "price", "type": "number", "facet": True}."""
        schema = _native.make("libsearch_schema_from_json", json.dumps({"fields": [dict(f) for f in fields]}))
        try:
            _native.call("libsearch_writer_set_schema", self._handle, schema)
        finally:
            _native.library.libsearch_schema_free(schema)

    def set_topic_rules(self, rules: str) -> None:
        """Lines of topic path, TAB, query."""
        _native.call("libsearch_writer_set_topic_rules", self._handle, rules)

    def set_synonyms(self, synonyms: str) -> None:
        """Lines of "a, b, c" or "a => b, c"."""
        _native.call("libsearch_writer_set_synonyms", self._handle, synonyms)

    def commit(self) -> None:
        """Shows all changes at once, or raises and shows none."""
        _native.call("libsearch_writer_commit", self._handle)

    def rollback(self) -> None:
        """Drops what was not committed."""
        _native.call("libsearch_writer_rollback", self._handle)
