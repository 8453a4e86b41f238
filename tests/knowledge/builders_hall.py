"""Builders of what a facilitator shows, valid unless a test breaks them; see builders.py."""

from __future__ import annotations

from typing import Any

CHECKED = {"checked_on": "2026-11-21", "checked_by": "tim penyusun", "review_by": "2027-05-21"}
OFFER = "Kerja di Kamboja, visa turis dulu."


def claim(text: str = "Percakapannya rekaan.") -> dict[str, Any]:
    return {"text": text, "sources": ["uu"]}


def make_referral(**changes: Any) -> dict[str, Any]:
    return {**claim("Tanya dulu."), "channels": ["kp2mi"], "country": "KH"} | changes


def make_reveal(**changes: Any) -> dict[str, Any]:
    flags = [{"flag": "visa_turis", "quotes": ["visa turis"]}]
    return {"offer": "ajakan", "risk": "tinggi", "flags": flags, "rest": claim()} | changes


def make_steps() -> list[dict[str, Any]]:
    """Return the usual steps: a chat, an offer, a question, a reveal, a referral."""
    return [
        {"chat": [{"by": "rian", "says": "Halo Dew"}], "notes": "Bacakan."},
        {"offer": {"id": "ajakan", "by": "rian", "pasted": OFFER}, "notes": "Tempel."},
        {"question": "Apa yang janggal?", "notes": "Tunggu."},
        {"reveal": make_reveal(), "notes": "Satu per satu."},
        {"referral": make_referral(), "notes": "Biarkan difoto."},
    ]


def make_discussion(ask: str) -> dict[str, Any]:
    return {"ask": ask, "answer": claim("Tanya dulu.")}


def make_scene(**changes: Any) -> dict[str, Any]:
    return {
        "id": "adegan", "position": 1, "title": "Teman lama", "teaser": "Teman mengajak.", "minutes": 10, "based_on": claim(),
        "characters": [{"id": "rian", "name": "Rian", "role": "teman"}], "steps": make_steps(),
        "discussion": [make_discussion("Siapa yang bisa ditanya?"), make_discussion("Apa yang dicek?")],
        "take_home": claim("Cek dulu."), "try_live": ["visa turis?"],
        **CHECKED,
    } | changes  # fmt: skip


def make_answer(protects: bool) -> dict[str, Any]:
    return {
        "text": "Saya tanya dulu.", "protects": protects, "reply": "Ih ribet", "effect": "Menunda itu baik.",
    }  # fmt: skip


def make_round(stage: str, **changes: Any) -> dict[str, Any]:
    flags = [{"flag": "visa_turis", "quotes": ["visa turis"]}]
    return {
        "stage": stage, "story": "Malam itu.", "says": ["Pakai visa turis dulu ya"],
        "answers": [make_answer(True), make_answer(False), make_answer(False)],
        "trick": {"name": "Umpan", **claim("Ini umpan."), "flags": flags}, "refuse": ["Tidak."], "notes": "Bacakan.",
    } | changes  # fmt: skip


def make_roleplay(**changes: Any) -> dict[str, Any]:
    person = {"id": "mira", "name": "Mira", "role": "perekrut"}
    return {
        "id": "peran", "position": 1, "title": "Kak Mira", "teaser": "Perekrut ramah.", "minutes": 15, "based_on": claim(),
        "recruiter": person, "candidate": {**person, "id": "nina"},
        "rounds": [make_round(stage) for stage in ("umpan", "kepercayaan", "dokumen", "biaya")],
        "ending": {"happened": claim("Mereka didenda."), "now": make_referral(), "notes": "Tutup."}, **CHECKED,
    } | changes  # fmt: skip


def make_item(id_: str, answer: str) -> dict[str, Any]:
    return {"id": id_, "statement": "Paspor saya pegang.", "answer": answer, "explanation": claim()}


def make_check(**changes: Any) -> dict[str, Any]:
    answers = ("benar", "salah", "benar", "salah", "benar")
    items = [make_item(f"butir_{number}", answer) for number, answer in enumerate(answers)]
    dates = {name: CHECKED[name] for name in ("checked_on", "review_by")}
    return {"id": "cek", "title": "Sebelum berangkat", "items": items, **dates} | changes


def hall_records() -> dict[str, list[dict[str, Any]]]:
    """Return a record of each kind of the hall."""
    return {"scene": [make_scene()], "roleplay": [make_roleplay()], "check": [make_check()]}
