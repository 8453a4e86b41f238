"""Advice names the command as it is typed where Mawas runs."""

from __future__ import annotations

from pathlib import Path

from bot.program import install_again, is_installed, typed

ADVICE = "Saran: jalankan ./mawas doctor."


def test_a_checkout_is_started_by_its_script() -> None:
    assert not is_installed()
    assert typed(ADVICE) == ADVICE
    assert "./mawas" in install_again()


def test_what_pip_installed_is_started_as_a_command(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").touch()
    assert typed(ADVICE, tmp_path) == "Saran: jalankan mawas doctor."
    assert f'--require-hashes -r "{tmp_path / "requirements.lock"}"' in install_again(tmp_path)
