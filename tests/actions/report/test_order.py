"""Whom to contact first."""

from __future__ import annotations

import pytest

from actions.report.order import OrderRules, Where, reads_abroad
from tests.actions.report.turns import RULES, STORE

ORDER = OrderRules.load()
BANK = "Bank Anda"


def ids(*facts: str, country: str | None = None, province: str | None = None) -> list[str]:
    """Channels in order; a place without one by its name."""
    places = ORDER.places(STORE, facts, Where(country, province))
    return [each.channel.id if each.channel else each.name for each in places]


def test_money_just_sent_goes_to_the_bank_and_iasc_first() -> None:
    assert ids("uang_terkirim")[:3] == [BANK, "ojk_iasc", "polri_110"]
    assert ids("uang_terkirim", "luar_negeri", "orang_lain", "diminta_bayar", country="KH")[:2] == [
        BANK,
        "ojk_iasc",
    ]
    assert ids("uang_terkirim", "anak")[:3] == [BANK, "ojk_iasc", "kemenpppa_sapa129"]


def test_money_sent_long_ago_is_still_reported_but_not_first_abroad() -> None:
    found = ids("uang_terkirim", "uang_lama", "luar_negeri", "orang_lain", country="KH")
    assert found[:4] == ["kbri_phnom_penh", "kemlu_pwni_hotline", BANK, "ojk_iasc"]


@pytest.mark.parametrize("fact", ["tidak_bebas", "disakiti"])
def test_life_comes_before_money(fact: str) -> None:
    abroad = ids(fact, "uang_terkirim", "luar_negeri", country="KH")
    assert abroad[:3] == ["kbri_phnom_penh", "kemlu_pwni_hotline", "darurat_kh"]
    assert BANK in abroad
    assert ids(fact, "uang_terkirim", "indonesia", country="ID")[0] == "polri_110"


def test_a_held_passport_abroad_goes_to_the_mission() -> None:
    assert ids("dokumen_dipegang", "luar_negeri", country="MY")[0].startswith("kbri_")


def test_a_child_goes_to_those_who_protect_children() -> None:
    assert ids("anak", "indonesia", country="ID")[0] == "kemenpppa_sapa129"


def test_on_the_way_in_indonesia_the_officers_there_are_first() -> None:
    assert ids("di_jalan", "indonesia", country="ID")[0] == "Petugas imigrasi atau polisi bandara"


def test_without_a_mission_there_kemlu_is_first() -> None:
    assert STORE.missions_for("KP") == []
    assert ids("luar_negeri", "dokumen_dipegang", country="KP")[0] == "kemlu_pwni_hotline"


def test_where_the_place_is_not_known_kemlu_is_among_the_first() -> None:
    assert ids("dokumen_dipegang")[0] == "kemlu_pwni_hotline"


def test_the_office_of_the_province_takes_the_place_of_the_list() -> None:
    assert "bp3mi_direktori" in ids("indonesia", country="ID")
    assert "bp3mi_ntb" in ids("indonesia", country="ID", province="nusa_tenggara_barat")


def test_numbers_that_do_not_work_abroad_are_not_shown_there() -> None:
    there = ids("luar_negeri", country="KH")
    assert "polri_110" not in there
    assert "bp3mi_direktori" not in there
    at_home = ids("luar_negeri", "orang_lain", country="KH")
    assert "polri_110" in at_home
    assert "darurat_kh" not in ids("luar_negeri", "orang_lain", "tidak_bebas", country="KH")
    assert (reads_abroad(["luar_negeri"]), reads_abroad(["luar_negeri", "orang_lain"])) == (
        True,
        False,
    )


def test_every_answer_leads_somewhere_and_to_few() -> None:
    choices = [choice for each in RULES.questions.values() for choice in each.choices]
    for choice in choices:
        for place in ((), ("luar_negeri",), ("indonesia",)):
            found = ids(*choice.facts, *place, country="KH" if "luar_negeri" in place else None)
            assert 2 <= len(found) <= ORDER.most
            assert len(set(found)) == len(found)


def test_facts_of_the_order_are_those_that_answers_give() -> None:
    given = {fact for each in RULES.questions.values() for c in each.choices for fact in c.facts}
    given |= {"luar_negeri", "indonesia"}
    used = {
        fact
        for rule in ORDER.rules
        for key in ("all", "any", "unless")
        for fact in rule.get(key) or ()
    }
    assert used <= given
    asked = {fact for each in RULES.questions.values() for fact in (*each.needs, *each.unless)}
    assert given <= used | asked | {"indonesia", "orang_lain"}


def test_every_contact_of_a_rule_is_one_of_three_kinds() -> None:
    for rule in ORDER.rules:
        for row in rule["contacts"]:
            assert len({"channel", "role", "name"} & set(row)) == 1, rule["id"]
