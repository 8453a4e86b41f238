"""Breaking any record in any of many ways is reported at its line, with a tip."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.findings import Finding
from knowledge.lint import lint
from knowledge.load import load
from tests.knowledge.builders import TODAY, write_folder

LONG = "kata " * 21
VISA, CALL, KBRI = "topics/visa", "channels/kp2mi", "channels/kbri"
FLAG, HELD = "red_flags/visa_turis", "crisis/disekap"
ADVICE = "Tanya Disnaker dulu."
CHECKED = 'checked_on: "2026-11-21"'
REFERENCES, CONTACTS = "references_resolve", "no_contacts_in_text"
ADDRESS = "forbidden_address"


def replace(old: str, new: str) -> Callable[[str], str]:
    """Return an edit of a file that must find what it replaces."""

    def edit(content: str) -> str:
        assert re.search(old, content, re.MULTILINE), f"{old} not in {content}"
        return re.sub(old, new, content, count=1, flags=re.MULTILINE)

    return edit


# name: (file, what stands there, what is written instead, rule that must report it)
BREAKS = {
    "missing source": (VISA, r'sources: \["uu"\]', 'sources: ["uuu"]', REFERENCES),
    "no source": (VISA, r'sources: \["uu"\]', "sources: []", "every_claim_has_source"),
    "wrong id": (VISA, r'^id: "visa"', 'id: "visaa"', "id_matches_file"),
    "number as integer": (CALL, r'value: "(\+[0-9]+)"', r"value: \1", "schema"),
    "short number as integer": ("channels/darurat_kh", r'value: "117"', "value: 117", "schema"),
    "octal trap": ("channels/darurat_kh", r'value: "117"', "value: 0711", "schema"),
    "Norway trap": (KBRI, r'country: "KH"', "country: NO", "schema"),
    "past review date": (VISA, r'review_by: "2027', 'review_by: "2026', "review_overdue"),
    "checked in the future": (VISA, CHECKED, 'checked_on: "2026-12-01"', "dates"),
    "review before check": ("quiz/soal", "2027-05-21", "2026-11-21", "dates"),
    "impossible date": (VISA, CHECKED, 'checked_on: "2026-02-30"', "schema"),
    "date as date": (VISA, CHECKED, "checked_on: 2026-11-21", "schema"),
    "too long sentence": (VISA, ADVICE, LONG, "readability"),
    "too long text": (VISA, ADVICE, "Baca. " * 120, "schema"),
    "duplicate key": (VISA, r'^title: "Visa"', 'title: "Visa"\ntitle: "Lagi"', "schema"),
    "tab for spaces": (VISA, r'^  text:', "\ttext:", "schema"),
    "tab in a text": (VISA, ADVICE, "Tanya\\\\tDisnaker.", "unicode"),
    "unknown key": (VISA, r'^title:', "titel:", "schema"),
    "missing key": (VISA, r'^lookup: null\n', "", None),
    "bad country code": (KBRI, r'country: "KH"', 'country: "KX"', "phone_numbers"),
    "lower-case country": (KBRI, r'country: "KH"', 'country: "kh"', "schema"),
    "number of another country": (KBRI, r'"\+85523217934"', '"+622129244800"', "phone_numbers"),
    "number too short": (CALL, r'"\+622129244800"', '"+62212924"', "phone_numbers"),
    "display of another number": (CALL, r'"021 2924 4800"', '"021 2924 4801"', "contact_shapes"),
    "broken YAML": (VISA, r'^title: "Visa"', 'title: "Visa', "schema"),
    "colon without quotes": (VISA, r'^title: "Visa"', "title: Visa: turis", "schema"),
    "empty text": (VISA, ADVICE, "", "schema"),
    "unknown choice": (HELD, "mission_first: true", 'mission_first: "ya"', "schema"),
    "unknown confidence": (CALL, r'confidence: "tinggi"', 'confidence: "yakin"', "schema"),
    "severity not agreed": (FLAG, "severity: 3", "severity: 2", "catalogue_complete"),
    "severity in quotes": (FLAG, "severity: 3", 'severity: "3"', "schema"),
    "number in a text": (HELD, "Jangan membayar.", "Telepon 0811-8080-141.", CONTACTS),
    "address in a text": (VISA, ADVICE, "Buka kp2mi.go.id.", CONTACTS),
    "promise": (VISA, ADVICE, "Anda pasti aman.", "no_promises"),
    "misspelt address": (VISA, ADVICE, "Buka siskop2mi.go.id.", ADDRESS),
    "look-alike letter": (VISA, ADVICE, "Tanyа Disnaker.", "unicode"),
    "leftover": (VISA, ADVICE, "TODO tulis.", "unicode"),
    "unverified": (VISA, ADVICE, "Kata belum_terverifikasi.", "no_unverified"),
    "unknown topic": ("quiz/soal", r'topic: "visa"', 'topic: "vis"', REFERENCES),
    "mission is no mission": ("countries/kh", '"kbri"', '"kp2mi"', "channel_roles"),
    "phrase is a near miss": (FLAG, '"visa turis 0"', '"liburan 0"', "red_flag_phrases"),
    "YAML alias": (VISA, r'^related: .*', "related: &a []\nchannels: *a", "schema"),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_breaking_any_record_in_any_way_is_reported_at_its_line(tmp_path: Path, name: str) -> None:
    stem, old, new, rule = BREAKS[name]
    path = write_folder(tmp_path) / f"{stem}.yml"
    before = path.read_text(encoding="utf-8")
    match = re.search(old, before, re.MULTILINE)
    path.write_text(replace(old, new)(before), encoding="utf-8")

    reported = at_file(path, tmp_path)

    if rule is None:  # `lookup` may be missing
        assert reported == []
        return
    assert match is not None
    line = before.count("\n", 0, match.start()) + 1
    near = [found for found in reported if found.rule == rule and line <= found.line <= line + 1]
    assert near, f"{name}: line {line}: {[str(found) for found in reported]}"
    assert all(found.tip and found.message for found in reported)


def at_file(path: Path, tmp_path: Path) -> list[Finding]:
    place = path.relative_to(tmp_path).as_posix()
    findings = lint(load(tmp_path / "knowledge", TODAY))
    return [found for found in findings if found.path == place]


def test_a_valid_folder_has_no_findings(tmp_path: Path) -> None:
    assert lint(load(write_folder(tmp_path), TODAY)) == []


def test_all_broken_files_are_reported_and_not_only_the_first(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    for stem in ("biaya", "cek_izin", "visa"):
        (root / f"topics/{stem}.yml").write_text("id: [", encoding="utf-8")

    reported = [found.path for found in lint(load(root, TODAY))]

    assert reported == [f"knowledge/topics/{stem}.yml" for stem in ("biaya", "cek_izin", "visa")]


def test_a_finding_reads_as_file_line_field_message_and_tip(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    path = root / "quiz/soal.yml"
    path.write_text(path.read_text().replace('topic: "visa"', 'topic: "vissa"'))

    (found,) = lint(load(root, TODAY))

    assert str(found) == (
        "knowledge/quiz/soal.yml:3 topic: topik 'vissa' tidak ada. Saran: mungkin maksudnya 'visa'. [references_resolve]"
    )


def test_findings_are_sorted_by_file_and_line(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    for path in sorted(root.glob("topics/*.yml"), reverse=True):
        path.write_text(path.read_text().replace('"uu"', '"tidak_ada"'))

    places = [(found.path, found.line) for found in lint(load(root, TODAY))]

    assert places == sorted(places)
    assert len(places) > 15
