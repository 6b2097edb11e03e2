"""The shared library: its functions, and one call with its error turned into an exception."""
from __future__ import annotations

import ctypes
import ctypes.util
import os
from ctypes import POINTER, c_char_p, c_int, c_size_t, c_void_p
from typing import Any

_TEXT = [c_char_p, c_size_t]  # UTF-8 and its length in bytes
_OUT = [POINTER(c_void_p)]    # receives a handle

# What stands between the handle or path and the error. Each of these returns a status.
_CALLS: dict[str, list[Any]] = {
    "libsearch_index_open": [c_char_p, *_OUT],
    "libsearch_search_json": [c_void_p, *_TEXT, *_TEXT, *_OUT],
    "libsearch_similar_json": [c_void_p, *_TEXT, *_TEXT, *_OUT],
    "libsearch_similar_text_json": [c_void_p, *_TEXT, *_TEXT, *_OUT],
    "libsearch_suggest_json": [c_void_p, *_TEXT, c_size_t, *_OUT],
    "libsearch_index_get_json": [c_void_p, *_TEXT, *_OUT],
    "libsearch_index_statistics_json": [c_void_p, *_OUT],
    "libsearch_writer_open": [c_char_p, *_OUT],
    "libsearch_writer_put_json": [c_void_p, *_TEXT],
    "libsearch_writer_remove": [c_void_p, *_TEXT],
    "libsearch_writer_set_topic_rules": [c_void_p, *_TEXT],
    "libsearch_writer_set_synonyms": [c_void_p, *_TEXT],
    "libsearch_writer_set_schema": [c_void_p, c_void_p],
    "libsearch_writer_commit": [c_void_p],
    "libsearch_writer_rollback": [c_void_p],
    "libsearch_schema_from_json": [*_TEXT, *_OUT],
}
_FREES = ["index", "writer", "schema", "string", "error"]


class Error(Exception):
    """What the library could not do. str(error) names the thing and the cause."""

    def __init__(self, status: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.status = status  #: a stable name: "not_found", "locked", "malformed" ...
        self.hint = hint      #: a way out, for people, or ""


def _load() -> ctypes.CDLL:
    path = os.environ.get("LIBSEARCH_LIBRARY") or ctypes.util.find_library("search")
    if not path:
        raise ImportError("libsearch.so is not installed; LIBSEARCH_LIBRARY may name the file")
    library = ctypes.CDLL(path)
    for name, parameters in _CALLS.items():
        function = getattr(library, name)
        function.argtypes = [*parameters, POINTER(c_void_p)]
        function.restype = c_int
    for kind in _FREES:
        function = getattr(library, f"libsearch_{kind}_free")
        function.argtypes, function.restype = [c_void_p], None
    library.libsearch_string_data.argtypes, library.libsearch_string_data.restype = [c_void_p], c_void_p
    library.libsearch_string_size.argtypes, library.libsearch_string_size.restype = [c_void_p], c_size_t
    library.libsearch_error_message.argtypes, library.libsearch_error_message.restype = [c_void_p], c_char_p
    library.libsearch_error_hint.argtypes, library.libsearch_error_hint.restype = [c_void_p], c_char_p
    library.libsearch_status_name.argtypes, library.libsearch_status_name.restype = [c_int], c_char_p
    library.libsearch_version.argtypes, library.libsearch_version.restype = [], c_char_p
    return library


library = _load()


def _arguments(values: tuple[Any, ...]) -> list[Any]:
    """A str becomes its bytes and their number; all else is passed as it is."""
    passed: list[Any] = []
    for value in values:
        if isinstance(value, str):
            encoded = value.encode("utf-8")
            passed += [encoded, len(encoded)]
        else:
            passed.append(value)
    return passed


def call(name: str, *values: Any) -> None:
    """Calls a function that returns nothing but its status."""
    error = c_void_p()
    status = getattr(library, name)(*_arguments(values), ctypes.byref(error))
    if status == 0:
        return
    try:
        raise Error(library.libsearch_status_name(status).decode(),
                    library.libsearch_error_message(error).decode(),
                    library.libsearch_error_hint(error).decode())
    finally:
        library.libsearch_error_free(error)


def make(name: str, *values: Any) -> c_void_p:
    """Calls a function that makes a handle."""
    handle = c_void_p()
    call(name, *values, ctypes.byref(handle))
    return handle


def text(name: str, *values: Any) -> str:
    """Calls a function that makes a string."""
    handle = make(name, *values)
    try:
        size = library.libsearch_string_size(handle)
        return ctypes.string_at(library.libsearch_string_data(handle), size).decode("utf-8")
    finally:
        library.libsearch_string_free(handle)


def folder(path: str | os.PathLike[str]) -> bytes:
    """A path as the system has it. C would read one with a zero byte only up to there."""
    encoded = os.fsencode(path)
    if b"\0" in encoded:
        raise ValueError("a path with a zero byte in it")
    return encoded
