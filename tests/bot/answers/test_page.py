"""docs/answers.html: one page with every answer, which runs nothing but its own script and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from bot.answers.items import Reviewed, digest, telling
from bot.answers.page import page
from bot.answers.said import QUIZ, Item, Said
from bot.answers.world import World

# A phone in a village opens and searches it; an e-mail takes it.
MOST_BYTES = 3_000_000
HOSTILE = "</script><script>alert(1)</script><!-- @script@ \u2028 & 'x' \""


class Elements(HTMLParser):
    """Which elements a page has, their attributes, and what stands in scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.contents: dict[str, list[str]] = {"script": [], "style": []}
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._inside = tag if tag in self.contents else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.contents[self._inside].append(data)


def elements(html: str) -> Elements:
    parser = Elements()
    parser.feed(html)
    return parser


def data_in(html: str) -> Any:
    return json.loads(elements(html).contents["script"][0])


@pytest.fixture(scope="module")
def html(world: World, rows: list[Reviewed]) -> str:
    return page(world, rows)


def test_the_page_is_small_enough_for_a_phone(html: str) -> None:
    assert len(html.encode()) < MOST_BYTES


def test_every_answer_is_on_it_with_what_an_expert_needs(html: str, rows: list[Reviewed]) -> None:
    items = {item["id"]: item for item in data_in(html)["items"]}
    assert list(items) == [row.item.id for row in rows]
    topic = items["topik/biaya_dimuka"]
    assert topic["checked"].endswith("2026")
    assert len(topic["examples"]) == 3
    assert topic["sources"]
    assert topic["record"] == "topics/biaya_dimuka.yml"
    assert len(topic["forms"]) > 5


def test_the_words_are_those_of_the_answers(html: str, rows: list[Reviewed]) -> None:
    data = data_in(html)
    for item, row in zip(data["items"], rows, strict=True):
        told = [
            ["\n\n".join(data["paragraphs"][number] for number in bubble) for bubble in bubbles]
            for _, bubbles, _ in item["forms"]
        ]
        assert told == [list(form.bubbles) for form in row.forms]
        titles = [data["buttons"][number] for _, _, number in item["forms"]]
        assert titles == [[each.title for each in form.choices] for form in row.forms]


def test_it_runs_its_own_script_alone_and_asks_for_nothing(html: str) -> None:
    found = elements(html)
    (policy,) = [attrs["content"] for _, attrs in found.found if attrs.get("http-equiv")]
    for name, content in (
        ("script", found.contents["script"][1]),
        ("style", found.contents["style"][0]),
    ):
        hashed = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{hashed}'" in policy
    assert policy.startswith("default-src 'none';")
    assert [
        tag for tag, attrs in found.found if tag in ("link", "img", "iframe") or "src" in attrs
    ] == []
    assert [
        attrs
        for _, attrs in found.found
        if any(name.startswith("on") or name == "style" for name in attrs)
    ] == []
    assert "innerHTML" not in html.split("<script>")[1]


def test_nothing_in_an_answer_becomes_part_of_the_page(world: World) -> None:
    said = Said(Item(QUIZ, "q", HOSTILE), HOSTILE, (HOSTILE,))
    html = page(world, [Reviewed(said.item, (said,), (HOSTILE,), (), digest([said]))])
    assert [tag for tag, _ in elements(html).found].count("script") == 2
    (item,) = data_in(html)["items"]
    assert item["title"] == HOSTILE
    assert data_in(html)["paragraphs"] == [HOSTILE]


def test_the_page_is_the_same_whenever_it_is_made(
    world: World, rows: list[Reviewed], html: str
) -> None:
    assert page(world, rows) == html


SAID = Said(Item(QUIZ, "q", "Soal"), "Pertanyaan", ("Betul.", "Sumber: A. Dicek 21 November 2026."))


def test_a_digest_changes_with_words_and_not_with_days() -> None:
    later = replace(SAID, bubbles=("Betul.", "Sumber: A. Dicek 3 Januari 2027."))
    other = replace(SAID, bubbles=("Salah.", SAID.bubbles[1]))
    assert digest([SAID]) == digest([later])
    assert len({digest([SAID]), digest([other]), digest([SAID, other])}) == 3


def test_forms_that_say_nothing_new_are_left_out() -> None:
    same = replace(SAID, form="Kamboja", bubbles=("Betul.", "Sumber: B. Dicek 21 November 2026."))
    other = replace(SAID, form="Laos", bubbles=("Salah.",))
    assert telling([SAID, same, other]) == (SAID, other)
