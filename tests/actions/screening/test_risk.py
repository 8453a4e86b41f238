"""How flags combine to a risk."""

from __future__ import annotations

import pytest

from actions.screening.model import HIGH, LOW, MEDIUM
from actions.screening.risk import RiskRules, risk_of
from bot.paths import KNOWLEDGE

RULES = RiskRules.load(KNOWLEDGE)
SEVERITIES = {
    "visa_kunjungan": 3, "negara_rawan": 2, "gaji_tidak_wajar": 2, "biaya_dimuka": 2, "perekrut_perorangan": 2, "rekrut_medsos": 1,
    "tanpa_p3mi": 1, "berangkat_cepat": 1, "tanpa_syarat": 1, "semua_ditanggung": 1, "wawancara_chat": 1, "ajakan_kenalan": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("flags", "risk"),
    [
        ([], LOW),
        (["visa_kunjungan"], HIGH),
        (["negara_rawan"], HIGH),
        (["berangkat_cepat"], MEDIUM),
        (["gaji_tidak_wajar"], MEDIUM),
        (["gaji_tidak_wajar", "biaya_dimuka"], HIGH),
        # Three flags about one fact: nobody with a licence stands behind it.
        (["rekrut_medsos", "tanpa_p3mi", "perekrut_perorangan"], MEDIUM),
        (["perekrut_perorangan", "tanpa_p3mi", "biaya_dimuka"], HIGH),
        (["berangkat_cepat", "tanpa_syarat", "semua_ditanggung"], MEDIUM),
        (["berangkat_cepat", "tanpa_syarat", "semua_ditanggung", "wawancara_chat", "ajakan_kenalan", "rekrut_medsos"], HIGH),
    ],
)  # fmt: skip
def test_flags_make_a_risk(flags: list[str], risk: str) -> None:
    assert risk_of(RULES, {flag: SEVERITIES[flag] for flag in flags}, is_traceable=True)[0] == risk


def test_an_offer_behind_which_nobody_stands_is_never_low() -> None:
    assert risk_of(RULES, {}, is_traceable=False) == (MEDIUM, 0)


def test_one_fact_counts_once() -> None:
    flags = {
        flag: SEVERITIES[flag] for flag in ("rekrut_medsos", "tanpa_p3mi", "perekrut_perorangan")
    }
    assert risk_of(RULES, flags, is_traceable=True)[1] == 2
