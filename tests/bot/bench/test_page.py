"""The table in the terminal and docs/performance.md, from given figures."""

from __future__ import annotations

import datetime
import re

from bot.bench.catalogue import GROUPS, MEASURES
from bot.bench.command import PAGE
from bot.bench.figures import MAWAS, PLAIN, Sample, lines
from bot.bench.machine import Machine, machine
from bot.bench.page import NOTES, Yardstick, page
from bot.bench.page import TITLES as ENGLISH
from bot.bench.table import TITLES, summary, table

QUIET = Machine("Test CPU", 2, 8.0, "Linux 6.1", "3.10.13", {"rasa": "3.6.21"}, 0.1)
BUSY = Machine("Test CPU", 2, 8.0, "Linux 6.1", "3.10.13", {"rasa": "3.6.21"}, 3.0)
FOUND = list(
    lines(
        MEASURES,
        [
            Sample("start.chat", MAWAS, 2.0),
            Sample("start.chat", PLAIN, 20.0),
            Sample("turn.topic", MAWAS, 7.25),
            Sample("rest.all", PLAIN, 70.0),
        ],
    )
)
PLAIN_RASA = Yardstick(
    {"rasa": "3.6.21"}, {"epochs": 3, "is_calculated": True, "measured": [2410.9, 1445.4]}
)
DAY = datetime.date(2026, 11, 29)


def test_every_group_has_titles_and_a_note() -> None:
    assert set(TITLES) == set(ENGLISH) == set(NOTES) == set(GROUPS)


def test_the_table_shows_ratio_goal_and_whether_it_is_met() -> None:
    shown = table(FOUND)
    assert re.search(
        r"chat: .*2\.0 s +20\.0 s +0\.10 × +≤ 0\.20 × +tercapai$", "\n".join(shown), re.M
    )
    assert re.search(r"pertanyaan, tengah +7\.2 ms +- +- +≤ 5 +BELUM$", "\n".join(shown), re.M)
    assert re.search(
        r"semua kecuali foto, tengah +- +70\.0 ms +- +≤ 0\.20 ×$", "\n".join(shown), re.M
    )
    assert [line for line in shown if line in TITLES.values()] == [
        TITLES["start"],
        TITLES["turn"],
        TITLES["rest"],
    ]


def test_the_summary_names_what_is_missed() -> None:
    assert summary(FOUND) == "1 dari 2 batas tercapai. Belum: pertanyaan, tengah."
    assert summary(FOUND[:1]) == "1 dari 1 batas tercapai."
    assert summary([]) == "Tidak ada batas yang diukur."


def test_the_page_describes_machine_yardstick_and_figures() -> None:
    text = page(FOUND, QUIET, PLAIN_RASA, runs=5, date=DAY)
    assert "Measured on 2026-11-29: Test CPU, 2 cores, 8 GB memory" in text
    assert "the median of 5 runs" in text
    assert "trained with 3 epochs" in text
    assert "the 100 epochs" in text
    assert "took 2,411 s of" in text
    assert "earlier state" not in text
    assert "other work" not in text
    assert "| Cold `chat` to the first answer | 2.0 s | 20.0 s | 0.10 × | ≤ 0.20 × | yes |" in text
    assert "| topic, median | 7.2 ms | - | - | ≤ 5 | **no** |" in text


def test_the_page_says_what_makes_the_figures_weaker() -> None:
    text = page(FOUND, BUSY, None, runs=1, date=DAY, failed=["Training"])
    assert "did other work too" in text
    assert "Plain Rasa was not measured" in text
    assert "one run" in text
    assert "Could not be measured this time: Training." in text


def test_the_page_says_that_the_yardstick_learned_other_sentences() -> None:
    outdated = Yardstick(PLAIN_RASA.versions, {"epochs": 100, "is_calculated": False}, True)
    text = page(FOUND, QUIET, outdated, runs=1, date=DAY)
    assert "earlier state of our sentences" in text
    assert "The time of training is calculated" not in text


def test_this_machine_is_described_without_its_name() -> None:
    import platform

    here = machine()
    assert here.cores >= 1
    assert platform.node() not in page(FOUND, here, None, runs=1, date=DAY)


def test_the_written_page_names_no_folder_and_no_host() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.startswith("# Performance")
    assert not re.search(r"(?<![\w.])/(tmp|home|work|root|srv|mnt|Users)/", text)
    assert "localhost" not in text
    assert not re.search(r"\b\d+\.\d+\.\d+\.\d+\b", text)
