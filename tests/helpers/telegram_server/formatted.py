"""Texts as Telegram reads them: `parse_mode=HTML`, lengths in UTF-16 units, and what people type without marking it."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from tests.helpers.telegram_server.errors import ApiError, bad_request

Entity = dict[str, Any]

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<dec>[0-9]+)|(?P<name>[a-zA-Z]+));?")
_ATTRIBUTE = re.compile(
    r"\s+(?P<name>[^\s=>]+)\s*(?P<equals>=)?\s*(?P<value>\"[^\"]*\"|'[^']*'|[\w.-]*)"
)
_TYPED = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w+)?")),
    ("mention", re.compile(r"(?<!\w)@\w{3,32}")),
    ("url", re.compile(r"https?://[^\s<>]+")),
)


def units(text: str) -> int:
    """Length in UTF-16 code units, the unit of every limit and offset of the Bot API."""
    return len(text.encode("utf-16-le")) // 2


def typed_entities(text: str) -> list[Entity]:
    """What Telegram marks by itself in what a person types: commands, mentions, addresses."""
    found = [
        {"type": kind, "offset": units(text[: hit.start()]), "length": units(hit.group())}
        for kind, pattern in _TYPED
        for hit in pattern.finditer(text)
    ]
    return sorted(found, key=lambda entity: int(entity["offset"]))


def read_text(text: str, mode: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The plain text and its entities.

    Args:
        text: as it was sent.
        mode: `parse_mode`; "" for none.
        entities: sent beside the text instead of a mode.

    Raises:
        ApiError: it cannot be parsed; the wording is the real server's.
    """
    if mode.lower() == "html":
        text, entities = parse_html(text)
    elif mode:
        # Nothing of this project sends Markdown, and half a parser would pass what the real one refuses.
        raise bad_request("unsupported parse_mode")
    lead = len(text) - len(text.lstrip())
    plain = text.strip()
    shift = units(text[:lead])
    end = units(plain)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        stop = min(end, entity["offset"] + entity["length"] - shift)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return plain, kept


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of Telegram's HTML.

    Raises:
        ApiError: "can't parse entities: ..." with the place as a byte offset.
    """
    return _Html(source).read()


class _Html:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text = ""
        self._open: list[tuple[str, int, Entity]] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        source = self._source
        while self._at < len(source):
            if source[self._at] == "&":
                self._reference()
            elif source.startswith("</", self._at):
                self._end()
            elif source[self._at] == "<":
                self._start()
            else:
                self._text += source[self._at]
                self._at += 1
        if self._open:
            self._fail(f'Can\'t find end tag corresponding to start tag "{self._open[-1][0]}"')
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self._text, self._entities

    def _fail(self, words: str) -> NoReturn:
        raise ApiError(400, f"Bad Request: can't parse entities: {words}")

    def _byte(self) -> int:
        return len(self._source[: self._at].encode())

    def _reference(self) -> None:
        hit = _REFERENCE.match(self._source, self._at)
        character = decoded(hit) if hit else None
        if hit is None or character is None:
            # An ampersand that names nothing stays one.
            self._text += "&"
            self._at += 1
        else:
            self._text += character
            self._at = hit.end()

    def _start(self) -> None:
        source, place = self._source, self._byte()
        name = re.compile(r"[^\s>]*").match(source, self._at + 1)
        assert name is not None
        if name.end() == len(source):
            self._fail(f"Unclosed start tag at byte offset {place}")
        tag = name.group().lower()
        if tag not in _TAGS:
            self._fail(f'Unsupported start tag "{tag}" at byte offset {place}')
        at = name.end()
        attributes: dict[str, str] = {}
        while (hit := _ATTRIBUTE.match(source, at)) is not None:
            flag = tag == "blockquote" and hit["name"] == "expandable"
            if not hit["equals"] and not flag:
                self._fail(
                    "Expected equal sign in declaration of an attribute of the tag"
                    f' "{tag}" at byte offset {place}'
                )
            attributes[hit["name"]] = _REFERENCE.sub(
                lambda found: decoded(found) or found.group(), hit["value"].strip("\"'")
            )
            at = hit.end()
        closed = re.compile(r"\s*>").match(source, at)
        if closed is None:
            self._fail(f"Unclosed start tag at byte offset {place}")
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            self._fail(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
        extra: Entity = {"url": attributes["href"]} if tag == "a" and "href" in attributes else {}
        self._open.append((tag, units(self._text), extra))
        self._at = closed.end()

    def _end(self) -> None:
        source, place = self._source, self._byte()
        if not self._open:
            self._fail(f"Unexpected end tag at byte offset {place}")
        hit = re.compile(r"</([^\s>]*)\s*(>?)").match(source, self._at)
        assert hit is not None
        if not hit[2]:
            self._fail(f"Unclosed end tag at byte offset {place}")
        tag, start, extra = self._open.pop()
        found = hit[1].lower()
        if found and found != tag:
            self._fail(
                f'Unmatched end tag at byte offset {place}, expected "</{tag}>", found "</{found}>"'
            )
        length = units(self._text) - start
        # A link without an address is plain text.
        if length and not (tag == "a" and not extra):
            self._entities.append({"type": _TAGS[tag], "offset": start, "length": length, **extra})
        self._at = hit.end()


def decoded(hit: re.Match[str]) -> str | None:
    """The character that a reference stands for, None when it stands for nothing."""
    if hit["name"]:
        return _CHARACTERS.get(hit["name"])
    code = int(hit["hex"], 16) if hit["hex"] else int(hit["dec"])
    return chr(code) if 0 < code < 0x10FFFF else None
