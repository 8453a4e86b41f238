"""`mawas check`: screens offers from files and standard input, in the order given."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import BinaryIO, TextIO

from actions.check_offer import OfferScreener
from actions.dates import today
from actions.screening.explain import Explainer
from actions.screening.terminal import WIDEST, TerminalReport
from actions.screening.to_json import to_json
from actions.screening.wording import Wording
from bot.errors import SettingsError, UnreadableError
from bot.json_lines import json_line
from bot.offer_input import STDIN, OfferInput, read_input
from bot.settings import Settings
from knowledge.store import Store

DONE = 0
_STDIN_NAME = "masukan standar"


def run(settings: Settings, names: Sequence[str], *, as_json: bool) -> int:
    """Screen all inputs.

    Args:
        settings: where store and screener stand.
        names: files, "-" for standard input; without any what is piped in.
        as_json: one JSON object a line (contract), else a report for people.

    Returns:
        The exit status: 0, or 3 when an input could not be read.

    Raises:
        SettingsError: nothing was named and nothing is piped in.
        MissingError: store or screener is not there.
    """
    if not names and sys.stdin.isatty():
        raise SettingsError(
            "Berkas mana? Saran: mawas check BERKAS, atau mawas check - lalu tempel teksnya."
        )
    from bot.readiness import build_screening, build_store
    from bot.screening import load_screener

    build_store(settings)
    build_screening(settings)
    out = sys.stdout
    command = CheckCommand(
        load_screener(settings),
        Explainer(Store(settings.db_url), Wording.load()),
        TerminalReport(
            shutil.get_terminal_size().columns if out.isatty() else WIDEST,
            colours=out.isatty() and not settings.plain,
            today=today(),
        ),
    )
    return command.run(names or [STDIN], as_json=as_json)


class CheckCommand:
    """Screens inputs one after the other; what cannot be read stops none of the others."""

    def __init__(
        self, screener: OfferScreener, explainer: Explainer, writer: TerminalReport
    ) -> None:
        """Keep what screens, explains and writes."""
        self._screener = screener
        self._explainer = explainer
        self._writer = writer

    def run(
        self,
        names: Sequence[str],
        *,
        as_json: bool,
        stdin: BinaryIO | None = None,
        out: TextIO | None = None,
        errors: TextIO | None = None,
    ) -> int:
        """Screen the inputs; results go to `out`, names of inputs that cannot be read to `errors`."""
        status = DONE
        for name in names:
            if name == STDIN and stdin is None and sys.stdin.isatty():
                print("Tempel teks tawaran, lalu tekan Ctrl-D:", file=errors or sys.stderr)
            try:
                given = read_input(name, stdin)
            except UnreadableError as error:
                print(f"mawas: {_shown(name)}: {error}", file=errors or sys.stderr)
                status = error.exit_status
                continue
            print(self._result(name, given, as_json), file=out or sys.stdout, flush=True)
        return status

    def _result(self, name: str, given: OfferInput, as_json: bool) -> str:
        screening = self._screener.screen(given.text)
        explanation = self._explainer.explain(screening)
        if as_json:
            return json_line(to_json(name, screening, explanation))
        return self._writer.report(
            _shown(name), screening.facts, explanation, picture=given.picture
        )


def _shown(name: str) -> str:
    return _STDIN_NAME if name == STDIN else name
