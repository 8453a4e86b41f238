"""Messages and offers: the language pipeline, danger, screening, chats exported as a file, and texts for Telegram."""

from __future__ import annotations

import contextlib
import html
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

from bot.clean import sound
from tests.fuzz.engine import WrongResult
from tests.fuzz.inputs import damaged, text
from tests.fuzz.material import offers, sentences
from tests.fuzz.target import Take, Target
from tests.fuzz.targets.checks import is_plain, must

_TODAY = date(2026, 11, 29)
_LONGEST_FILE = 200_000
_HEADERS = (
    "12/03/26 08.00 - {}: {}\n",
    "[12/03/26 08.00.12] {}: {}\r\n",
    "{}, [14.11.2026 22:10]\n{}\n",
    "{} 19.03\n{}\n",
    "{}: {}\n",
    "\u200e[12/03/26, 8:00:12\u202fPM] ~\u202f{}: {}\n",
    "09.12 {}{}\n",
)
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252")


def _message(random: Random) -> str:
    return text(random, sentences())


def _offer(random: Random) -> str:
    # What was decoded holds no halves of letters.
    return sound(text(random, offers()))


def _chat_file(random: Random) -> bytes:
    names = ["Rani", "Pak Slamet Crew", "+62 812-3456-7890", text(random, sentences(), 50)]
    header = random.choice(_HEADERS)
    lines = [
        header.format(random.choice(names), text(random, offers(), 3_000))
        for _ in range(random.randint(1, 30))
    ]
    data = "".join(lines).encode(random.choice(_ENCODINGS), "replace")
    return damaged(random, data) if random.random() < 0.4 else data


@contextlib.contextmanager
def _language(_: Path) -> Iterator[Take]:
    from actions.language.features import features_of
    from actions.language.lexicon import lexicon
    from actions.language.pipeline import indonesian
    from actions.screening.reading import read, reading_of
    from actions.screening.screener import LONGEST
    from bot.clean import clean, origins, shorten
    from bot.paths import KNOWLEDGE, SENTENCES

    nlp = indonesian(lexicon(KNOWLEDGE, SENTENCES))

    def take(given: str) -> None:
        cleaned, is_shorter = shorten(clean(given))
        must(cleaned == "" or cleaned[0] != "/", "a slash at the beginning")
        must(len(origins(given)) == len(cleaned), "origins")
        must(is_shorter or clean(cleaned) == cleaned, "cleaning twice")
        # As a message is read, and as an offer is.
        doc = nlp(cleaned)
        must(doc.text == cleaned, "the document has other words")
        must(all(token.norm_ or token.is_space for token in doc), "a word without a spelling")
        features_of(doc)
        reading_of(doc)
        read(nlp, sound(given)[:LONGEST])

    yield take


@contextlib.contextmanager
def _danger(_: Path) -> Iterator[Take]:
    from actions.language.features import features_of
    from actions.language.lexicon import lexicon
    from actions.language.pipeline import indonesian
    from actions.screening.reading import reading_of
    from bot.clean import clean, shorten
    from bot.evaluation.trained import trained_detector
    from bot.paths import KNOWLEDGE, SENTENCES
    from bot.settings import Settings

    nlp = indonesian(lexicon(KNOWLEDGE, SENTENCES))
    detector = trained_detector(Settings.from_environment())
    if detector is None:
        raise WrongResult("there is no trained model in MAWAS_HOME")

    def take(given: str) -> None:
        doc = nlp(shorten(clean(given))[0])
        reading = reading_of(doc)
        if reading.norms:
            noticed = detector.notice(reading, features_of(doc))
            must(abs(sum(noticed.shares.values()) - 1) < 1e-6, "shares")
            must(noticed.leaning == noticed.leaning, "no number")

    yield take


@contextlib.contextmanager
def _screening(_: Path) -> Iterator[Take]:
    from actions.render.card_words import CardMaker
    from actions.screening.explain import Explainer
    from actions.screening.terminal import TerminalReport
    from actions.screening.to_json import to_json
    from actions.screening.wording import Wording
    from bot.json_lines import json_line
    from bot.screening import load_screener
    from bot.settings import Settings
    from knowledge.store import Store

    settings = Settings.from_environment()
    screener = load_screener(settings)
    store = Store(settings.db_url).keep()
    explainer = Explainer(store, Wording.load())
    maker = CardMaker(store, explainer)
    report = TerminalReport(80, colours=False, today=_TODAY)

    def take(given: str) -> None:
        found = screener.screen(given)
        told = explainer.explain(found)
        row = to_json("tawaran", found, told)
        for flag in row["flags"]:
            for each in flag["evidence"]:
                must(given[each["start"] : each["end"]] == each["text"], "offsets of evidence")
        must("\n" not in json_line(row), "more than one line")
        must(is_plain(report.report("tawaran", found.facts, told)), "a sign that moves the cursor")
        maker.card(found, _TODAY)

    yield take
    store.close()


@contextlib.contextmanager
def _chat_export(_: Path) -> Iterator[Take]:
    from actions.language.lexicon import lexicon
    from actions.language.pipeline import indonesian
    from actions.screening.opening import open_text
    from actions.screening.private import all_hidden_in
    from actions.screening.screener import LONGEST
    from bot.errors import UnreadableError
    from bot.offer_input import text_of
    from bot.paths import KNOWLEDGE, SENTENCES

    nlp = indonesian(lexicon(KNOWLEDGE, SENTENCES))

    def take(given: bytes) -> None:
        try:
            said = text_of(given)
        except UnreadableError as error:
            must("Saran: " in str(error), "an error without advice")
            return
        opened = open_text(nlp, said[:LONGEST])
        for bubble in opened.bubbles:
            must(0 <= bubble.header <= bubble.start <= bubble.end <= len(said), "a bubble's place")
        places = all_hidden_in(said[:LONGEST], frozenset(("taiwan",)))
        must(all(one[1] <= two[0] for one, two in pairwise(places)), "hidden twice")

    yield take


@contextlib.contextmanager
def _formatting(_: Path) -> Iterator[Take]:
    from actions.screening.quoting import quoted, visible
    from bot.channels.telegram.formatting import CAPTION_UNITS, MESSAGE_UNITS, as_html, split, units

    def take(given: str) -> None:
        made = as_html(given)
        must(not re.search(r"[<>]|&(?!lt;|gt;|amp;)", made), "HTML of a stranger")
        must(units(html.unescape(made)) <= units(given), "longer than it was")
        parts = split(given, CAPTION_UNITS, MESSAGE_UNITS)
        must(all(parts), "an empty part")
        limits = [CAPTION_UNITS, *[MESSAGE_UNITS] * len(parts)]
        must(
            all(units(part) <= most for part, most in zip(parts, limits, strict=False)),
            "a part too long",
        )
        must(
            "".join("".join(parts).split()) == "".join("".join(split(given, 10**9, 1)).split()),
            "letters lost",
        )
        must(is_plain(visible(given)), "not plain")
        must("\n" not in quoted(given), "a quote of two lines")

    yield take


TARGETS = (
    Target("language", "cleaning, spelling, names, amounts, concepts", 14_000, _message, _language),
    Target("danger", "what notices danger", 8_000, _message, _danger),
    Target(
        "screening",
        "offers: red flags, explanation, card's words, report",
        7_000,
        _offer,
        _screening,
    ),
    Target(
        "chat_export",
        "files of chats: encodings, bubbles, what is hidden",
        6_000,
        _chat_file,
        _chat_export,
    ),
    Target("formatting", "HTML and lengths for Telegram, quotes", 7_000, _message, _formatting),
)
