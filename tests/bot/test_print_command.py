"""`mawas print`: what is written, what is left out and said, what is refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.errors import MissingError, SettingsError
from bot.print_command import Wanted, run
from bot.settings import Settings

LINK = "https://t.me/nama_bot"


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    return Settings.from_environment({"MAWAS_HOME": str(tmp_path / "home")})


def printed(settings: Settings, wanted: Wanted) -> tuple[list[Path], str]:
    """The files that were named, and what was said besides."""
    out, errors = io.StringIO(), io.StringIO()
    assert run(settings, wanted, out, errors) == 0
    return [Path(line) for line in out.getvalue().splitlines()], errors.getvalue()


def test_all_sheets(own: Settings, tmp_path: Path) -> None:
    wanted = Wanted(tmp_path / "baru" / "hasil", "A5", True, ("kh", "SA", "KH"), LINK)
    files, said = printed(own, wanted)
    assert [file.name for file in files] == [
        "tanda-bahaya-A5-hitam-putih.pdf",
        "jalan-resmi-A5-hitam-putih.pdf",
        "kartu-darurat-kamboja-A5-hitam-putih.pdf",
        "kartu-darurat-arab-saudi-A5-hitam-putih.pdf",
        "poster-A5-hitam-putih.pdf",
    ]
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    assert said == ""


def test_what_is_left_out_is_said(own: Settings) -> None:
    files, said = printed(own, Wanted())
    assert [file.name for file in files] == ["tanda-bahaya-A4.pdf", "jalan-resmi-A4.pdf"]
    assert {file.parent for file in files} == {own.home / "cetak"}
    assert "--country KH" in said
    assert "--bot-link" in said


def test_printing_again_replaces(own: Settings, tmp_path: Path) -> None:
    first, _ = printed(own, Wanted(tmp_path))
    second, _ = printed(own, Wanted(tmp_path))
    assert first == second


def test_the_link_of_the_settings(tmp_path: Path) -> None:
    environment = {"MAWAS_HOME": str(tmp_path / "home"), "MAWAS_BOT_LINK": LINK}
    files, _ = printed(Settings.from_environment(environment), Wanted(tmp_path))
    assert files[-1].name == "poster-A4.pdf"


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        (Wanted(countries=("KH", "XX")), "--country XX"),
        (Wanted(link="http://t.me/nama_bot"), "--bot-link=http://"),
        (Wanted(link=LINK, session="a b"), "--session a b"),
    ],
    ids=["country", "link", "session"],
)
def test_wrong_use_is_refused_before_anything_is_written(
    own: Settings, wanted: Wanted, named: str
) -> None:
    with pytest.raises(SettingsError, match=named):
        run(own, wanted, io.StringIO(), io.StringIO())
    assert not (own.home / "cetak").exists()


def test_a_folder_that_cannot_be_written(own: Settings, tmp_path: Path) -> None:
    file = tmp_path / "berkas"
    file.write_text("ada", encoding="utf-8")
    with pytest.raises(MissingError, match="Saran"):
        run(own, Wanted(file), io.StringIO(), io.StringIO())
