"""`mawas knowledge try`: what a sentence raises and why, with and without what was trained."""

from __future__ import annotations

import io
import logging
import re
from pathlib import Path

import pytest

from bot import cli, knowledge_try, screening_build
from bot.errors import SettingsError, UnreadableError
from bot.paths import ROOT
from bot.settings import Settings

SECRET = "jangan bilang ke bapak dulu ya, di imigrasi jawab mau liburan"


@pytest.fixture(scope="module")
def untrained(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(tmp_path_factory.mktemp("home"), "sqlite://", logging.WARNING)


def tried(settings: Settings, sentence: str | None = None, **options: str | None) -> str:
    out = io.StringIO()
    assert knowledge_try.run(settings, sentence, out=out, **options) == 0
    return out.getvalue()


def places(text: str) -> list[tuple[str, str]]:
    """(pattern, line of the file that is named for it)."""
    found = re.findall(r"pola '(.+?)' cocok dengan \".+?\" \((.+?):(\d+)\)", text)
    return [
        (pattern, (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1])
        for pattern, path, line in found
    ]


def test_without_training_patterns_are_shown(untrained: Settings) -> None:
    said = tried(untrained, SECRET)
    assert said.startswith("Hanya pola yang ditunjukkan: pemeriksa tawaran belum dilatih.")
    assert "NAIK: rahasiakan (Disuruh diam atau berbohong)" in said
    assert "hasil belajar" not in said
    assert list(untrained.home.iterdir()) == []


def test_each_pattern_stands_where_it_is_said_to(untrained: Settings) -> None:
    found = places(tried(untrained, SECRET))
    assert found
    assert all(pattern.removesuffix("…") in line for pattern, line in found)


def test_what_takes_a_pattern_back_is_named(untrained: Settings) -> None:
    said = tried(untrained, "Apakah boleh bekerja dengan visa ziarah?", flag="visa_kunjungan")
    assert "tidak naik: visa_kunjungan" in said
    assert "dibatalkan unless 'apakah/apa/kenapa" in said
    said = tried(untrained, "jangan pakai visa turis", flag="visa_kunjungan")
    assert "tidak naik: visa_kunjungan" in said
    assert "kata ingkar" in said or "dibatalkan" in said


def test_a_sentence_without_anything_says_so(untrained: Settings) -> None:
    assert "tidak ada pola yang cocok" in tried(untrained, "selamat pagi")
    said = tried(untrained, "selamat pagi", flag="uang_fit")
    assert "tidak naik: uang_fit" in said
    assert "tidak ada pola yang cocok" in said


def test_a_flag_hides_the_others(untrained: Settings) -> None:
    said = tried(untrained, SECRET, flag="uang_fit")
    assert "rahasiakan" not in said


def test_a_file_is_read_line_by_line(untrained: Settings, tmp_path: Path) -> None:
    file = tmp_path / "kalimat.txt"
    file.write_text(f"\ufeff{SECRET}\n\n  selamat pagi \n", encoding="utf-8")
    said = tried(untrained, "paspor dipegang bos", file=str(file))
    shown = re.findall(r'^"(.+)"$', said, re.MULTILINE)
    assert shown == ["paspor dipegang bos", SECRET, "selamat pagi"]


def test_standard_input_is_read(untrained: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("gaji besar\n"))
    assert '"gaji besar"' in tried(untrained, file="-")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00bad", None])
def test_a_file_that_cannot_be_read_is_named(
    untrained: Settings, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "rusak.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UnreadableError, match=r"rusak\.txt tidak bisa dibaca .*Saran:"):
        knowledge_try.run(untrained, None, file=str(file))


@pytest.mark.parametrize("sentence", [None, "", "  "])
def test_nothing_to_try_is_wrong_use(untrained: Settings, sentence: str | None) -> None:
    with pytest.raises(SettingsError, match="Kalimat mana"):
        knowledge_try.run(untrained, sentence)


def test_an_unknown_flag_gets_the_nearest(untrained: Settings) -> None:
    with pytest.raises(SettingsError, match="mungkin maksudnya 'uang_fit'"):
        knowledge_try.run(untrained, "x", flag="uang_fitt")


def test_what_goes_wrong_is_one_line_and_its_status(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path))
    assert cli.main(["knowledge", "try", "--file", str(tmp_path / "tiada")]) == 3
    assert cli.main(["knowledge", "try"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_broken_screener_is_as_none(tmp_path: Path) -> None:
    settings = Settings(tmp_path, "sqlite://", logging.WARNING)
    settings.screening.mkdir()
    (settings.screening / "lexicon.json").write_text("{")
    assert "belum dilatih" in tried(settings, SECRET)


def test_with_training_the_sum_is_shown(settings: Settings) -> None:
    said = tried(settings, SECRET)
    assert "dilatih" not in said
    assert re.search(
        r"NAIK: rahasiakan .*\n(    pola .*\n)+    hasil belajar \d,\d\d, pola \+\d,\d\d, isi lain tawaran .\d,\d\d:"
        r" jumlah -?\d,\d\d, perlu -?\d,\d\d",
        said,
    )


def test_a_sign_that_is_softened_says_so(settings: Settings) -> None:
    said = tried(
        settings,
        "lowongan kerja taiwan pabrik gaji 29500 NT, PT Maju SIP3MI 12/2023 visa kerja kontrak."
        " KTP dan paspor asli dikirim dulu ke kantor",
        flag="paspor_ditahan",
    )
    assert "NAIK: paspor_ditahan" in said
    assert "diperlunak: pola dan pengenal kalimat melihatnya" in said
    assert "tampil dengan bobot 2" in said


def test_facts_are_named_with_their_words(settings: Settings) -> None:
    said = tried(settings, "loker admin kamboja gaji 15 juta, hubungi wa 0812-0000-1234")
    assert 'fakta: negara tujuan (knowledge/screening/negara.yml), dari kata "kamboja"' in said
    assert "fakta: gaji jauh di atas yang terbit" in said


def test_a_text_that_is_no_offer_is_told_so(settings: Settings) -> None:
    assert "dibaca sebagai bukan tawaran" in tried(settings, "Polisi menangkap tiga calo di Medan.")


def test_what_changed_since_training_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screening_build, "changed_parts", lambda _: ["tanda bahaya"])
    said = tried(settings, SECRET)
    assert said.startswith("Berubah sejak dilatih: tanda bahaya.")
    assert "hasil belajar" in said
