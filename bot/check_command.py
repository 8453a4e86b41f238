"""`mawas check`: screens offers from files and standard input, in the order given."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from actions.dates import today
from actions.offer_judge import OfferScreener
from actions.render.card_words import CardMaker
from actions.screening.explain import Explainer
from actions.screening.model import Screening
from actions.screening.terminal import WIDEST, TerminalReport
from actions.screening.to_json import to_json
from actions.screening.wording import Wording
from bot.cards import CardFolder, CardWriter
from bot.errors import MissingError, SettingsError, UnreadableError
from bot.json_lines import json_line
from bot.offer_input import STDIN, OfferInput, read_input
from bot.settings import Settings
from knowledge.store import Store

DONE = 0
_STDIN_NAME = "masukan standar"


def run(
    settings: Settings, names: Sequence[str], *, as_json: bool, cards: Path | None = None
) -> int:
    """Screen all inputs.

    Args:
        settings: where store and screener stand.
        names: files, "-" for standard input; without any what is piped in.
        as_json: one JSON object a line (contract), else a report for people.
        cards: folder for the card of each offer; None for none.

    Returns:
        The exit status: 0, 3 when an input could not be read, 4 when a card could not be written.

    Raises:
        SettingsError: nothing was named and nothing is piped in.
        MissingError: store or screener is not there, or the folder cannot be made.
    """
    if not names and sys.stdin.isatty():
        raise SettingsError(
            "Berkas mana? Saran: mawas check BERKAS, atau mawas check - lalu tempel teksnya."
        )
    # Before anything else: who cannot write should not wait to hear it.
    folder = CardFolder(cards) if cards else None
    from bot.readiness import build_screening, build_store
    from bot.screening import load_screener

    build_store(settings)
    build_screening(settings)
    out = sys.stdout
    store = Store(settings.db_url)
    explainer = Explainer(store, Wording.load())
    maker = CardMaker(store, explainer)
    command = CheckCommand(
        load_screener(settings),
        explainer,
        TerminalReport(
            shutil.get_terminal_size().columns if out.isatty() else WIDEST,
            colours=out.isatty() and not settings.plain,
            today=today(),
        ),
        CardWriter(maker, folder, today(), settings.bot_link) if folder else None,
    )
    return command.run(names or [STDIN], as_json=as_json)


class CheckCommand:
    """Screens inputs one after the other; what cannot be read stops none of the others."""

    def __init__(
        self,
        screener: OfferScreener,
        explainer: Explainer,
        writer: TerminalReport,
        cards: CardWriter | None = None,
    ) -> None:
        """Keep what screens, explains and writes; without `cards` none are made."""
        self._screener = screener
        self._explainer = explainer
        self._writer = writer
        self._cards = cards

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
                status = max(status, error.exit_status)
                continue
            screening = self._screener.screen(given.text)
            print(self._result(name, given, screening, as_json), file=out or sys.stdout, flush=True)
            try:
                told = self._card(name, screening)
            except MissingError as error:
                print(f"mawas: {_shown(name)}: {error}", file=errors or sys.stderr)
                status = max(status, error.exit_status)
            else:
                # Beside JSON, which stands alone on standard output.
                place = (errors or sys.stderr) if as_json else (out or sys.stdout)
                print(told, end="", file=place, flush=True)
        return status

    def _card(self, name: str, screening: Screening) -> str:
        """A line that says where the card is, or why there is none; empty when none is wanted."""
        if self._cards is None:
            return ""
        path = self._cards.write(_shown(name), screening)
        return f"Kartu: {path}\n" if path else "Kartu: tidak ada, karena ini bukan tawaran.\n"

    def _result(self, name: str, given: OfferInput, screening: Screening, as_json: bool) -> str:
        explanation = self._explainer.explain(screening)
        if as_json:
            return json_line(to_json(name, screening, explanation))
        return self._writer.report(
            _shown(name), screening.facts, explanation, picture=given.picture
        )


def _shown(name: str) -> str:
    return _STDIN_NAME if name == STDIN else name
