"""A contact on a small screen."""

from __future__ import annotations

import datetime
from typing import Any

from actions.render.channels import channel_text, has_number
from actions.render.crisis_contacts import compact, name_and_number
from knowledge.convert import to_record
from knowledge.model import Channel
from tests.knowledge.builders import TODAY, make_channel, make_contact


def channel(**changes: Any) -> Channel:
    return to_record(Channel, make_channel(**changes))


def lines(abroad: bool = False, today: datetime.date = TODAY, **changes: Any) -> list[str]:
    return compact(channel(**changes), today, abroad).split("\n")


def test_the_number_stands_alone_in_the_form_that_is_read_best() -> None:
    contact = make_contact(value="+6281290070027", display="+62 812-9007-0027", label="telepon")
    shown = lines(name="Hotline Kemlu (Kementerian)", contacts=[contact])
    assert shown[:2] == ["Hotline Kemlu: telepon", "+62 812-9007-0027"]


def test_a_display_that_says_more_than_the_value_is_not_shown() -> None:
    contact = make_contact(value="119", display="119 ext. 8")
    assert lines(contacts=[contact])[1] == "119"


def test_a_number_goes_before_a_site() -> None:
    site = make_contact(type="web", value="https://www.a.id", display="a.id")
    assert lines(contacts=[site, make_contact(value="110")])[1] == "110"
    assert lines(contacts=[site])[1] == "https://www.a.id"


def test_one_number_for_both_is_said_once() -> None:
    phone, chat = make_contact(label="telepon"), make_contact(type="whatsapp", label="WA")
    shown = compact(channel(contacts=[phone, chat]), TODAY, False, count=2)
    assert shown.count("+62 21 29244800") == 1
    assert "telepon (juga WhatsApp)" in shown


def test_the_last_line_is_that_of_the_short_form() -> None:
    record = channel(hours="24 jam.", confirmed_on="2025-12-08")
    assert compact(record, TODAY, False) == channel_text(record, TODAY, compact=True)


def test_a_local_number_comes_with_its_caveat_and_a_name_that_says_nothing() -> None:
    shown = lines(level="darurat_setempat", name="Nomor darurat Kamboja", alert="Sering sibuk.")
    assert shown[0].startswith("Nomor setempat: ")
    assert "Sering sibuk." in shown


def test_for_a_sick_person_the_ambulance_comes_before_the_police() -> None:
    police = make_contact(value="117", label="polisi")
    doctor = make_contact(value="119", label="ambulans")
    local = channel(level="darurat_setempat", contacts=[police, doctor])
    assert "119" in compact(local, TODAY, False, health=True)
    assert "117" in compact(local, TODAY, False)


def test_what_does_not_work_there_is_not_shown() -> None:
    home = channel(country="ID", contacts=[make_contact(reach="indonesia")])
    assert compact(home, TODAY, True) == ""
    assert name_and_number(home, True) == ""
    assert not has_number(home, True)


def test_the_number_for_a_sick_person_is_the_ambulance() -> None:
    rows = [make_contact(value="117", label="polisi"), make_contact(value="119", label="ambulans")]
    local = channel(level="darurat_setempat", contacts=rows)
    assert name_and_number(local, False, health=True) == "Nomor setempat:\n119"


def test_name_and_number_stand_on_two_lines() -> None:
    assert name_and_number(
        channel(name="KBRI A, di B", contacts=[make_contact(value="110")]), False
    ) == ("KBRI A:\n110")
