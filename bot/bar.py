"""Progress of long work, on standard error."""

from __future__ import annotations

import sys
from typing import Any

from tqdm import tqdm

FORMAT = "{desc} {percentage:3.0f}% |{bar:24}| {elapsed} {postfix}"


class Bar:
    """A bar on standard error that appears with the first step; elsewhere than on a terminal, one line."""

    def __init__(self, label: str) -> None:
        """Show nothing yet."""
        self._label = label
        self._bar: tqdm[Any] | None = None

    def __enter__(self) -> Bar:
        """Nothing to open."""
        return self

    def __exit__(self, *error: object) -> None:
        """Leave the bar as it stands."""
        if self._bar is not None:
            self._bar.close()

    def advance(self, step: str, done: int, total: int) -> None:
        """Show that so many of all steps are done, and what is going on."""
        bar = self._begin(total) if self._bar is None else self._bar
        bar.set_postfix_str(step, refresh=bool(step))
        bar.update(done - bar.n)

    def _begin(self, total: int) -> tqdm[Any]:
        bar: tqdm[Any] = tqdm(
            total=total, desc=self._label, file=sys.stderr, disable=None, bar_format=FORMAT
        )
        if bar.disable:
            print(f"{self._label} ...", file=sys.stderr, flush=True)
        self._bar = bar
        return bar
