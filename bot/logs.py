"""Logging for the standard library and structlog. Messages of users are never logged above DEBUG."""

import logging
import warnings
from typing import Any


def quiet(level: int) -> None:
    """Set the level for everything, before Rasa is loaded.

    Rasa logs through structlog, which prints DEBUG events with the whole user text to standard output unless it is configured;
    so Rasa's own loggers never go below WARNING here, whatever the level of ours.
    """
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
    for name in ("rasa", "rasa_sdk", "httpx", "apscheduler"):
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    # It warns of a data folder that cannot be written, and works all the same.
    logging.getLogger("matplotlib").setLevel(max(level, logging.ERROR))


def hide_warnings(level: int) -> None:
    """Keep Python warnings of libraries off a person's screen; they are shown at INFO and below.

    Filters do not last: libraries that Rasa imports put their own in front.
    """
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(
        logging.ERROR if level > logging.INFO else logging.WARNING
    )


def hide_deprecations() -> None:
    """Keep what libraries say to their programmers off the screen; warnings about our data stay (Rasa uses other categories for them)."""
    shown = warnings.showwarning

    def show(message: Any, category: type[Warning], *args: Any, **options: Any) -> None:
        if not issubclass(category, DeprecationWarning | PendingDeprecationWarning):
            shown(message, category, *args, **options)

    warnings.showwarning = show


def quiet_structlog() -> None:
    """Configure structlog as Rasa's own command line does; imports Rasa's logging helpers."""
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.WARNING)
