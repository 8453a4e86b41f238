"""Reads one YAML file into plain data, keeping the line of every key.

YAML 1.1 turns `0711` into 457, `17:00` into 1020 and `NO` (Norway) into false. Here every plain
value stays the string that was typed, except where the schema of the field wants something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

KeyPath = tuple[str | int, ...]
"""Where a value stands: keys and list positions from the top of the file."""

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML has it: about ten times as fast."""

_TRAP = re.compile(
    r"""(?ix) [-+]?[0-9][0-9_.,:-]*(e[-+]?[0-9]+)?   # numbers, times, dates, phone numbers
        | 0[xo][0-9a-f]+ | y | n | yes | no | on | off | true | false | \.inf | \.nan """
)
"""Plain scalars that other YAML readers do not read as the text that was typed."""

MOST_CHARACTERS = 200_000
"""Of a file; the longest record has a sixth of it."""

MOST_LEVELS = 40
"""Of lists and mappings in each other; records have seven at most. The parser's time grows with the square of them."""

_MOST_SIGNS, _MOST_INDENT = 35, 40
"""What has fewer signs that open a level, and is indented less, is not deep: nearly all files, for which levels need not be counted."""

_OPENS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSES = (yaml.SequenceEndEvent, yaml.MappingEndEvent)

_MOST_DIGITS = 18
"""Python refuses to read numbers of thousands of digits."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


class _StringLoader(_Base):  # type: ignore[misc]
    """A loader that resolves nothing: every plain scalar is a string."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


@dataclass(frozen=True)
class Problem:
    """Something wrong in the YAML itself, at a line (from 1) and a path."""

    line: int
    path: KeyPath
    message: str
    tip: str


@dataclass
class Parsed:
    """The content of one file, and where everything stands in it."""

    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    unquoted: dict[KeyPath, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def parse(source: str, scalar_types: Mapping[tuple[str, ...], frozenset[str]]) -> Parsed:
    """Return the data of one YAML document with the line of every key and item.

    Args:
        source: text of the file.
        scalar_types: path (list positions as `*`) of every field that the schema does not want
            as a string -> the JSON types it allows. All other scalars stay strings.

    Broken YAML gives a problem and no data; the caller never sees an exception.
    """
    parsed = Parsed()
    too_much = _too_much(source)
    if too_much:
        parsed.problems.append(too_much)
        return parsed
    try:
        # The loader derives from the safe one and only composes nodes: nothing is constructed.
        node = yaml.compose(source, Loader=_StringLoader)
    except yaml.YAMLError as error:
        parsed.problems.append(_syntax_problem(error, source))
        return parsed
    if node is not None:
        parsed.data = _Builder(parsed, scalar_types).value(node, (), ())
    if parsed.data is None and not parsed.problems:
        # Nothing but comments, or the word null.
        parsed.problems.append(
            Problem(1, (), "berkas ini kosong.", "salin isinya dari knowledge/templates/.")
        )
    return parsed


def _too_much(source: str) -> Problem | None:
    """What is wrong with a file that is too long or too deep to be read; None for all others, broken ones too."""
    if len(source) > MOST_CHARACTERS:
        tip = "bagi menjadi beberapa rekaman, atau hapus yang tidak perlu."
        return Problem(1, (), "berkas ini terlalu besar.", tip)
    if not _may_be_deep(source):
        return None
    level = 0
    try:
        # Read only as far as it is not too deep.
        for event in yaml.parse(source, Loader=_StringLoader):
            level += isinstance(event, _OPENS) - isinstance(event, _CLOSES)
            if level > MOST_LEVELS:
                line = event.start_mark.line + 1 if event.start_mark else 1
                tip = "bandingkan dengan templat di knowledge/templates/."
                return Problem(line, (), "terlalu banyak daftar di dalam daftar.", tip)
    except yaml.YAMLError:
        # Told by whoever reads it.
        return None
    return None


def _may_be_deep(source: str) -> bool:
    """Whether it is worth counting; never false for a file that is deep."""
    if source.count("[") + source.count("{") > _MOST_SIGNS:
        return True
    return any(
        len(line) - len(line.lstrip()) > _MOST_INDENT
        or line.count("-") + line.count("?") > _MOST_SIGNS
        for line in source.splitlines()
    )


class _Builder:
    """Turns a tree of nodes into data; one per file."""

    def __init__(
        self, parsed: Parsed, scalar_types: Mapping[tuple[str, ...], frozenset[str]]
    ) -> None:
        self._parsed = parsed
        self._scalar_types = scalar_types
        self._seen: set[int] = set()

    def value(self, node: Any, path: KeyPath, pattern: tuple[str, ...]) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path, pattern)
        if id(node) in self._seen:
            self._report(node, path, "ada singkatan YAML (& dan *).", "tulis isinya sekali lagi.")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, pattern)
        items = []
        for position, child in enumerate(node.value):
            child_path = (*path, position)
            self._parsed.lines[child_path] = child.start_mark.line + 1
            items.append(self.value(child, child_path, (*pattern, "*")))
        return items

    def _mapping(self, node: Any, path: KeyPath, pattern: tuple[str, ...]) -> dict[str, Any]:
        self._parsed.lines.setdefault(path, node.start_mark.line + 1)
        data: dict[str, Any] = {}
        for key_node, child in node.value:
            key = key_node.value
            if not isinstance(key, str):
                self._report(key_node, path, "kunci harus satu kata.", "lihat contoh di templates.")
                continue
            child_path = (*path, key)
            if key in data:
                self._report(
                    key_node,
                    child_path,
                    f"kunci '{key}' ditulis dua kali.",
                    f"hapus salah satu; yang pertama di baris {self._parsed.lines[child_path]}.",
                )
                continue
            self._parsed.lines[child_path] = key_node.start_mark.line + 1
            data[key] = self.value(child, child_path, (*pattern, key))
        return data

    def _scalar(self, node: Any, path: KeyPath, pattern: tuple[str, ...]) -> Any:
        text: str = node.value
        if node.style:  # quoted or block: a string, whatever it looks like (plain: None or "")
            return text
        if text in _NULLS:
            return None
        wanted = self._scalar_types.get(pattern)
        if wanted is not None:
            if "boolean" in wanted and text in ("true", "false"):
                return text == "true"
            if len(text) > _MOST_DIGITS:
                return text
            if wanted & {"integer", "number"} and _INTEGER.fullmatch(text):
                return int(text)
            if "number" in wanted and _NUMBER.fullmatch(text):
                return float(text)
        elif _TRAP.fullmatch(text):
            self._parsed.unquoted[path] = text
        return text

    def _report(self, node: Any, path: KeyPath, message: str, tip: str) -> None:
        self._parsed.problems.append(Problem(node.start_mark.line + 1, path, message, tip))


_SYNTAX_TIPS = (
    ("cannot start any token", "ganti tab atau tanda aneh di baris itu dengan spasi."),
    ("tab character", "ganti tab dengan spasi."),
    ("mapping values", "beri tanda kutip pada teks yang memuat titik dua."),
    ("could not find expected ':'", "tulis 'kunci: isi' dan periksa tanda kutip penutup."),
    ("did not find expected key", "periksa tanda kutip dan jumlah spasi di awal baris."),
    ("unexpected end", "tutup tanda kutip atau kurung yang terbuka."),
    ("undefined alias", "beri tanda kutip pada teks yang diawali bintang."),
    ("control characters", "hapus tanda yang tidak tampak itu."),
)


def _syntax_problem(error: yaml.YAMLError, source: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        position = error.position if isinstance(error.position, int) else 0
        line, detail = source.count("\n", 0, position) + 1, "control characters"
    else:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        detail = str(getattr(error, "problem", None) or error)
        open_quote = _unclosed_quote(source.splitlines()[:line])
        if open_quote:
            message = f"YAML tidak terbaca: tanda kutip di baris {open_quote} tidak ditutup."
            return Problem(open_quote, (), message, "tutup dengan tanda kutip di akhir isi.")
    tip = next((tip for part, tip in _SYNTAX_TIPS if part in detail), "bandingkan dengan templat.")
    return Problem(line, (), f"YAML tidak terbaca: {detail}.", tip)


def _unclosed_quote(lines: list[str]) -> int:
    """Return the last line with an odd number of double quotes, or 0.

    The parser only notices a forgotten quote some lines later, where the next one stands.
    """
    odd = [n for n, line in enumerate(lines, 1) if line.replace('\\"', "").count('"') % 2]
    return odd[-1] if odd else 0
