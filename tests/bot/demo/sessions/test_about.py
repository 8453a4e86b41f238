"""What was typed about a session: put right later, and without numbers of people."""

from __future__ import annotations

import pytest

from bot.demo.part import PartError
from bot.demo.sessions.store import SessionStore
from tests.bot.demo.sessions.made import ABOUT


def test_what_was_typed_at_the_beginning_can_be_put_right(sessions: SessionStore) -> None:
    id_ = sessions.begin(ABOUT)
    changed = sessions.change(id_, {"place": "Balai Dusun", "people": 41})
    assert (changed["place"], changed["people"], changed["district"]) == (
        "Balai Dusun",
        41,
        ABOUT["district"],
    )
    assert sessions.about(id_) == changed
    assert sessions.resume(id_)[1].people == 41
    for wrong in ({"place": ""}, {"date": "kemarin"}, {"people": 0}):
        with pytest.raises(PartError):
            sessions.change(id_, wrong)
    with pytest.raises(PartError):
        sessions.change("tidakada", {"people": 3})
    assert sessions.about(id_) == changed


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Rumah Pak Ahmad 081234567890", "Rumah Pak [nama] [nomor]"),
        ("rumah inaq sumiati, dusun karang", "rumah inaq [nama], dusun karang"),
        ("Rumah H. Ahmad Fauzi", "Rumah H. [nama]"),
        ("kediaman pak kades sumantri", "kediaman pak kades [nama]"),
        ("Rumah Siti", "Rumah [nama]"),
        ("Warung Bu Ani (O812\u20113456\u00a07890)", "Warung Bu [nama] ([nomor])"),
        ("Balai desa, hubungi a@b.example", "Balai desa, hubungi [kontak]"),
        # Public places may be called by somebody's name.
        ("Masjid Haji Ahmad Dahlan", "Masjid Haji Ahmad Dahlan"),
        ("Aula Ponpes Nurul Iman", "Aula Ponpes Nurul Iman"),
        ("Balai Desa Siti Mulyo", "Balai Desa Siti Mulyo"),
        ("Rumah Bu Lurah", "Rumah Bu Lurah"),
        ("Rumah Kepala Dusun", "Rumah Kepala Dusun"),
        ("Kantor Desa Lalu Lintas", "Kantor Desa Lalu Lintas"),
        ("Balai (+62 812-3456-7890)", "Balai ([nomor])"),
        ("SMKN 2 Gang 14 RT 03/02 2026", "SMKN 2 Gang 14 RT 03/02 2026"),
    ],
)
def test_a_number_or_a_name_in_the_place_is_not_kept(
    sessions: SessionStore, typed: str, kept: str
) -> None:
    id_ = sessions.begin({**ABOUT, "place": typed})
    assert sessions.about(id_)["place"] == kept
