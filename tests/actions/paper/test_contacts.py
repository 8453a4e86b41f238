"""Contacts on paper: which are printed, what is said of them, and how long a sheet may hang."""

from __future__ import annotations

import dataclasses
import datetime

from actions.dates import in_words
from actions.paper.contacts import fresh_until, paper_contacts, printed
from actions.paper.parts import Material
from tests.actions.paper.conftest import DAY


def test_a_closed_channel_is_not_printed(material: Material) -> None:
    channel = material.store.channel("kp2mi_call_center")
    assert channel
    assert paper_contacts([channel], DAY, abroad=False)
    closed = dataclasses.replace(channel, status="inactive")
    assert paper_contacts([closed], DAY, abroad=False) == []


def test_numbers_that_work_in_indonesia_only_are_not_on_cards(material: Material) -> None:
    channel = material.store.channel("kp2mi_call_center")
    police = material.store.channel("polri_110")
    assert channel
    assert police
    there = paper_contacts([channel, police], DAY, abroad=True, most=2)
    assert [number.shown for contact in there for number in contact.numbers] == [
        "+62 21 29244800",
        "+62 811-8080-141",
    ]
    here = paper_contacts([channel], DAY, abroad=False)
    assert here[0].numbers[0].shown == "08001000"


def test_a_doubtful_number_is_said_to_be_doubtful(material: Material) -> None:
    channel = material.store.channel("kbri_phnom_penh")
    assert channel
    doubtful = dataclasses.replace(channel, confidence="rendah")
    contact = paper_contacts([doubtful], DAY, abroad=True)[0]
    assert contact.warns
    assert contact.dated.startswith("Belum pasti benar.")


def test_a_sheet_holds_until_the_first_contact_is_old(material: Material) -> None:
    contacts = paper_contacts(
        material.store.channels(["kp2mi_call_center", "kdei_taipei"]), DAY, abroad=False
    )
    until = fresh_until(contacts, datetime.date(2028, 1, 1), DAY)
    assert until == contacts[0].review_by
    assert printed(DAY, until).endswith(f"Sesudah {in_words(until)}, cetak lagi yang baru.")
    assert fresh_until([], datetime.date(2028, 1, 1), DAY) == datetime.date(2028, 1, 1)
