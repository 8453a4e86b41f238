"""Builders of records and of whole knowledge folders, valid unless a test breaks them."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from knowledge.kinds import FOLDERS
from knowledge.lint import lint
from knowledge.load import load
from tests.knowledge.builders_hall import hall_records

TODAY = datetime.date(2026, 11, 22)
CHECKED = {"checked_on": "2026-11-21", "checked_by": "tim penyusun", "review_by": "2027-05-21"}
DATED = {"checked_on": "2026-11-21", "review_by": "2027-05-21"}
WORDS = {key: [f"{key} {n}" for n in range(15)] for key in ("phrases", "near_misses")}
EVIDENCE = [{"url": "https://a.go.id/", "publisher": "A", "date": "2025", "says": "Nomornya."}]

CATALOGUE = """\
version: 1
topics:
  langkah:
    cek_izin: checking a licence
    biaya: costs
    visa: visas
crisis:
  disekap: held
conversation:
  sapa: greeting
red_flags:
  visa_turis: {severity: 3, means: "tourist visa"}
"""


def make_text(text: str = "Tanya Disnaker dulu.", *sources: str) -> dict[str, Any]:
    return {"text": text, "sources": list(sources) or ["uu"]}


def make_source(**changes: Any) -> dict[str, Any]:
    return {
        "id": "uu", "label": "UU 18/2017", "title": "Undang-undang", "publisher": "Negara",
        "date": "2017", "kind": "peraturan", "url": "https://a.go.id/", "note": None,
    } | changes  # fmt: skip


def make_contact(**changes: Any) -> dict[str, Any]:
    return {
        "type": "phone", "value": "+622129244800", "display": "021 2924 4800",
        "label": "telepon", "reach": "semua", "confidence": "tinggi", "note": None,
    } | changes  # fmt: skip


def make_channel(**changes: Any) -> dict[str, Any]:
    return {
        "id": "kp2mi", "name": "Pusat Panggilan", "operator": "KP2MI", "level": "nasional",
        "country": "ID", "province": None, "city": None, "serves": "Pengaduan",
        "contacts": [make_contact()], "handles": ["tppo_laporan"], "hours": None,
        "status": "active", "alert": None, "confidence": "tinggi", "confirmed_on": "2025-12",
        **CHECKED, "conflict": None, "evidence": EVIDENCE,
    } | changes  # fmt: skip


def make_mission(**changes: Any) -> dict[str, Any]:
    contact = make_contact(value="+85523217934", display="+855 23 217 934")
    base = make_channel(id="kbri", name="KBRI", level="perwakilan", country="KH")
    return base | {"contacts": [contact]} | changes


def make_emergency(**changes: Any) -> dict[str, Any]:
    contact = make_contact(value="117", display="117", reach="luar_negeri")
    base = make_channel(id="darurat_kh", name="Polisi", level="darurat_setempat", country="KH")
    return base | {"contacts": [contact]} | changes


def make_office(**changes: Any) -> dict[str, Any]:
    base = make_channel(id="bp3mi_aceh", name="BP3MI Aceh", level="provinsi", province="aceh")
    return base | changes


def make_topic(**changes: Any) -> dict[str, Any]:
    part = {"heading": "Cara", **make_text("Minta nama perusahaan.")}
    return {
        "id": "cek_izin", "group": "langkah", "title": "Memeriksa izin", "short": make_text(),
        "next_step": make_text(), "simpler": make_text(), "longer": [part, part],
        "for_other": make_text(), "country_section": None, "lookup": None,
        "related": ["biaya", "visa"], "channels": ["kp2mi"], **CHECKED,
    } | changes  # fmt: skip


def make_crisis(**changes: Any) -> dict[str, Any]:
    return {
        "id": "disekap", "title": "Disekap", "lead": make_text("Bukan salah Anda."), "urgent": [make_text("Cari saat aman.")],
        "urgent_family": [make_text("Siapkan fotonya.")], "opening": make_text("Keselamatan Anda utama."), "reassurance": None,
        "steps": [make_text("Cari saat aman."), make_text("Catat kota."), make_text("Telepon.")], "avoid": [make_text("Jangan membayar.")],
        "ask": "Anda di negara mana?", "for_family": [make_text("Catat kabar terakhir.")], "mission_first": True, "local_emergency": False,
        "channels": ["kp2mi"], "expert_review": [{"field": "steps[0]", "reason": "Perlu ahli."}], **CHECKED, **WORDS,
    } | changes  # fmt: skip


def make_red_flag(**changes: Any) -> dict[str, Any]:
    return {
        "id": "visa_turis", "title": "Visa turis", "severity": 3, "why": make_text(),
        "genuine": make_text(), "ask_recruiter": "Visa apa?", "verify": make_text(),
        "phrases": [f"visa turis {n}" for n in range(10)],
        "near_misses": [f"liburan {n}" for n in range(5)],
        "topics": ["visa"], "channels": ["kp2mi"], **CHECKED,
    } | changes  # fmt: skip


def make_wage(**changes: Any) -> dict[str, Any]:
    return {
        "job": "pabrik", "min": 210, "max": 210.5, "currency": "USD", "period": "bulan",
        "year": 2026, "kind": "media", "sources": ["uu"],
    } | changes  # fmt: skip


def make_destination(**changes: Any) -> dict[str, Any]:
    status = {"kind": "tertutup", "text": "Belum dibuka.", "as_of": "2025", "sources": ["uu"]}
    return {
        "id": "kamboja", "country": "KH", "name": "Kamboja", "status": status, "schemes": None,
        "wages": [make_wage()], "wages_text": make_text(), "costs": None, "tricks": None,
        "notes": [make_text()], **CHECKED,
    } | changes  # fmt: skip


def make_country(**changes: Any) -> dict[str, Any]:
    return {
        "id": "kh", "country": "KH", "name": "Kamboja", "aliases": ["Cambodia", "Bavet"],
        "missions": [{"channel": "kbri", "area": "seluruh negara"}], "emergency": "darurat_kh",
        "note": None, "editor_note": None, **DATED, "evidence": [],
    } | changes  # fmt: skip


def make_province(**changes: Any) -> dict[str, Any]:
    return {
        "id": "aceh", "code": "11", "name": "Aceh", "aliases": ["NAD"],
        "districts": [{"name": "Kabupaten Pidie", "aliases": ["Pidie", "Sigli"]}],
        "bp3mi": "bp3mi_aceh", "certainty": "tinggi", "other_channels": [], "note": None,
        "editor_note": None, **DATED, "evidence": [],
    } | changes  # fmt: skip


def make_quiz(**changes: Any) -> dict[str, Any]:
    return {
        "id": "soal", "kind": "benar_salah", "topic": "visa", "question": "Bolehkah?",
        "answer": "salah", "explanation": make_text(), "level": "mudah", **DATED,
    } | changes  # fmt: skip


def make_concept(**changes: Any) -> dict[str, Any]:
    return {
        "id": "biaya", "means": "yang dibayar", "words": ["biaya", "ongkos"],
        "regional": {"jv": ["ragad"]}, "near_misses": ["biaya kuliah"],
    } | changes  # fmt: skip


def make_theme(*concepts: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"id": "uang", "title": "Uang", "concepts": list(concepts) or [make_concept()]} | changes


def make_language(**changes: Any) -> dict[str, Any]:
    words = [f"{one}{two}" for one in "abcdefghij" for two in "abcdefghij"]
    return {
        "id": "jv", "name": "bahasa Jawa", "greeting": "Sugeng rawuh.",
        "answer_note": "Saya menjawab dalam bahasa Indonesia.", "markers": words[:60],
        "weak_markers": words[60:75], **DATED, "note": None,
    } | changes  # fmt: skip


def make_names(**changes: Any) -> dict[str, Any]:
    return {
        "id": "tempat", "title": "Nama tempat", "before": ["dari", "kab."],
        "not_after": ["bahasa"], "not_names": ["roti kamboja"],
    } | changes  # fmt: skip


def whole_folder() -> dict[str, list[dict[str, Any]]]:
    """Return records of every kind that refer to each other and break no rule."""
    return {
        "source": [make_source()],
        "channel": [make_channel(), make_mission(), make_emergency(), make_office()],
        "province": [make_province()],
        "country": [make_country()],
        "topic": [
            make_topic(countries=[{"country": "KH", **make_text()}]),
            make_topic(id="biaya", title="Biaya", related=["cek_izin", "visa"]),
            make_topic(id="visa", title="Visa", related=["cek_izin", "biaya"]),
        ],
        "crisis": [make_crisis()],
        "red_flag": [make_red_flag()],
        "destination": [make_destination()],
        "quiz": [make_quiz()],
        **hall_records(),
        "concepts": [make_theme()],
        "language": [make_language()],
        "names": [make_names()],
    }


def write_folder(
    tmp_path: Path, *, catalogue: str = CATALOGUE, exceptions: str | None = None,
    **records: list[dict[str, Any]],
) -> Path:  # fmt: skip
    """Write a valid folder in which the records of the kinds given replace the usual ones."""
    root = tmp_path / "knowledge"
    root.mkdir(exist_ok=True)
    (root / "catalogue.yml").write_text(catalogue, encoding="utf-8")
    if exceptions is not None:
        (root / "exceptions.yml").write_text(exceptions, encoding="utf-8")
    for kind, items in (whole_folder() | records).items():
        for item in items:
            write_record(root, kind, item)
    return root


def write_record(root: Path, kind: str, record: dict[str, Any], stem: str | None = None) -> Path:
    """Write one record as its YAML file: a line for each value, strings in double quotes."""
    path = root / FOLDERS[kind] / f"{stem or record['id']}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in _lines(record, "")), encoding="utf-8")
    return path


def _lines(record: dict[str, Any], indent: str) -> list[str]:
    lines = []
    for key, value in record.items():
        if isinstance(value, dict):
            lines += [f"{indent}{key}:", *_lines(value, f"{indent}  ")]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{indent}{key}:")
            for item in value:
                first, *rest = _lines(item, f"{indent}    ")
                lines += [f"{indent}  - {first.strip()}", *rest]
        else:
            lines.append(f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}")
    return lines


def findings(
    tmp_path: Path, rule: str, *, today: datetime.date = TODAY, **records: Any
) -> list[str]:
    """Return `file:line field` of what one rule reports in a folder with these records."""
    root = write_folder(tmp_path, **records)
    return [
        f"{found.path.removeprefix('knowledge/')}:{found.line} {found.field}".strip()
        for found in lint(load(root, today))
        if found.rule == rule
    ]
