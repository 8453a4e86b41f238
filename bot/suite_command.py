"""`mawas test`: the project's own tests."""

from __future__ import annotations

import os

from bot.bundle.place import is_bundle
from bot.errors import MissingError
from bot.paths import ROOT
from bot.program import is_installed
from bot.settings import Settings

# Each process that tests holds an assistant of its own, 2 GB with what the tests load besides.
_MOST_CORES = 4


def run(settings: Settings, words: list[str]) -> int:
    """Run tests.

    Args:
        settings: for what the tests share.
        words: go to pytest; none for all tests, on all cores.

    Returns:
        pytest's exit status.

    Raises:
        MissingError: there are no tests here.
    """
    if is_bundle() or is_installed():
        raise MissingError(
            "Uji tidak ikut di folder stik dan di paket pip. Saran: jalankan ./mawas doctor."
        )
    import pytest

    if not words:
        from bot.rasa_environment import prepare

        prepare(settings.log_level, settings.home)
        from bot.readiness import get_ready

        # Made before they begin: several processes would wait for each other. A file is never split between two.
        get_ready(settings)
        cores = min(os.cpu_count() or 1, _MOST_CORES)
        words = [str(ROOT / "tests"), "-n", str(cores), "--dist", "loadfile"]
    return int(pytest.main(["--rootdir", str(ROOT), *words]))
