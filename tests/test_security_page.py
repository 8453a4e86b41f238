"""docs/security.md: what it names exists, and what it promises is what the code says."""

from __future__ import annotations

import re

from bot.channels.rest import app as rest
from bot.channels.rest.requests import MOST_BYTES as OF_SERVE
from bot.channels.telegram.pace import Speed
from bot.channels.telegram.webhook import _MOST_BYTES as OF_WEBHOOK
from bot.demo import devices, phones
from bot.demo.app import MOST_REQUESTS
from bot.demo.guard import MOST_BYTES as OF_PAGES
from bot.doors.body import BODY_SECONDS
from bot.doors.listening import _IDLE_SECONDS, _MOST_BYTES, _MOST_QUEUED, Bounds
from bot.paths import ROOT
from bot.settings import SETTINGS

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
THREATS = (
    *("Hostile user", "Hostile image", "Hostile knowledge file", "Stolen laptop"),
    *("Recruiter probing the rules", "Flood", "Forged webhook", "Group abuse"),
    *("Somebody in the hall", "Supply chain"),
)


def test_every_path_that_it_names_exists() -> None:
    paths = set(re.findall(r"`((?:bot|actions|knowledge|tests|deploy|docs|\.ci)/[^`\s]*)`", PAGE))
    paths |= set(re.findall(r"(?<=\| )tests/\S+", PAGE))
    assert len(paths) > 50
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def test_every_threat_says_what_could_be_what_stops_it_and_what_remains() -> None:
    sections = dict(
        re.findall(r"^### ([^\n]+)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL),
    )
    assert tuple(sections) == THREATS
    for name, text in sections.items():
        for begin in ("Could: ", "Stops it: ", "Remains: "):
            assert f"\n{begin}" in text, name
        assert "tests/" in text, name


def test_its_settings_exist() -> None:
    known = {name for name, _, _ in SETTINGS}
    named = {name.removesuffix("_FILE") for name in re.findall(r"MAWAS_[A-Z_]+", PAGE)}
    assert named - {"MAWAS_HOME"} <= known


def test_its_figures_are_those_of_the_code() -> None:
    speed, bounds = Speed(), Bounds(1, 1)
    kilobytes = f"{OF_PAGES // 1024} KB (pages), {OF_SERVE // 1024} KB (serve), {OF_WEBHOOK // 1024**2} MB (webhook"
    assert kilobytes in PAGE
    assert (bounds.head_seconds, BODY_SECONDS, _IDLE_SECONDS) == (10, 15, 30)
    assert "has ten seconds, a body fifteen, an idle connection thirty" in PAGE
    assert f"more than {_MOST_QUEUED} waiting requests, or with {_MOST_BYTES // 1024**2} MB" in PAGE
    assert (speed.burst, speed.every) == (12, 2)
    assert "twelve answers at once and then one in two seconds" in PAGE
    assert f"{rest.MOST_WAITING} messages are in hand at most, {rest.MOST_OF_ONE} of one" in PAGE
    votes = f"votes {devices.MOST_VOTES} times a minute, its address asks {MOST_REQUESTS:,} times, {devices.MOST_PHONES} handsets"
    assert votes in PAGE
    codes = len(phones._LETTERS) ** phones.CODE_LENGTH
    assert f"six of {len(phones._LETTERS)} letters, {codes // 10**6} million" in PAGE
    assert (phones.MOST_WRONG, phones.MOST_WRONG_IN_ALL) == (10, 300)
    assert "ten wrong ones a minute and all together 300" in PAGE
