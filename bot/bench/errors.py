"""What goes wrong while something is measured."""

from __future__ import annotations

from bot.errors import MawasError

_TAIL_LINES = 8
# So many of a hundred messages may be answered with nothing, as plain Rasa may; with more, times say nothing.
_MOST_EMPTY = 10


class MeasureError(MawasError):
    """One measurement could not be taken; the others are."""


def ended(what: str, status: int | None, said: str) -> MeasureError:
    """A process that ended when it should not have, or with an error.

    Args:
        what: its name for people.
        status: its exit status, negative for a signal; None while it still runs but does not answer.
        said: what it wrote.
    """
    how = "tidak menjawab" if status is None else f"berhenti dengan status {status}"
    last = "\n".join(line for line in said.splitlines() if line.strip()).splitlines()[-_TAIL_LINES:]
    lines = [f"{what} {how}.", *(f"    {line}" for line in last), f"Saran: {_advice(what, status)}"]
    return MeasureError("\n".join(lines))


def check_answered(what: str, said: int, empty: int) -> None:
    """Check that messages were answered.

    Args:
        what: name of the assistant for people.
        said: messages.
        empty: how many of them were answered with nothing.

    Raises:
        MeasureError: too many.
    """
    if empty * 100 > said * _MOST_EMPTY:
        advice = _advice(what, 0)
        raise MeasureError(f"{what} tidak menjawab {empty} dari {said} pesan.\nSaran: {advice}")


def _advice(what: str, status: int | None) -> str:
    if status == -9:
        return "memori mungkin habis; tutup program lain lalu ulangi."
    if "Rasa polos" in what:
        return "siapkan lagi dengan ./mawas bench --prepare, atau ukur Mawas saja dengan --alone."
    return "jalankan ./mawas doctor, lalu ulangi."
