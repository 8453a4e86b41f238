from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator

import pytest

from bot import logs

QUIETED = ("rasa", "rasa_sdk", "httpx")


@pytest.fixture(autouse=True)
def _levels_as_before() -> Iterator[None]:
    names = (*QUIETED, "matplotlib", "apscheduler", "py.warnings")
    levels = {name: logging.getLogger(name).level for name in names}
    yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (logging.DEBUG, logging.WARNING),
        (logging.INFO, logging.WARNING),
        (logging.WARNING, logging.WARNING),
        (logging.ERROR, logging.ERROR),
    ],
)
def test_libraries_that_see_messages_never_go_below_warning(level: int, expected: int) -> None:
    logs.quiet(level)
    assert [logging.getLogger(name).level for name in QUIETED] == [expected] * len(QUIETED)


@pytest.mark.parametrize(
    ("level", "shown"), [(logging.WARNING, False), (logging.ERROR, False), (logging.INFO, True)]
)
def test_python_warnings_are_shown_at_info_and_below(level: int, shown: bool) -> None:
    logs.hide_warnings(level)
    assert logging.getLogger("py.warnings").isEnabledFor(logging.WARNING) is shown


def test_only_deprecations_are_hidden_from_rasas_own_commands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        warnings, "showwarning", lambda message, *rest, **more: shown.append(str(message))
    )
    logs.hide_deprecations()
    categories = (DeprecationWarning, PendingDeprecationWarning, FutureWarning, UserWarning)
    for category in categories:
        warnings.showwarning(category.__name__, category, "file.py", 1)
    assert shown == ["FutureWarning", "UserWarning"]


def test_structlog_prints_nothing_below_warning(capfd: pytest.CaptureFixture[str]) -> None:
    logs.quiet_structlog()
    import structlog

    logger = structlog.get_logger("rasa.test")
    logger.debug("processor.message", text="RAHASIA-DEBUG")
    logger.info("processor.message", text="RAHASIA-INFO")
    said = "".join(capfd.readouterr())
    assert "RAHASIA" not in said
