"""Where `mawas report` gets its answers: questions in the terminal, or a file of them. Nothing is kept, and no error quotes an answer."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, TextIO

import yaml

from actions.report.messages import leaves, skips
from actions.report.rules import ReportQuestion, ReportRules
from actions.report.text import Given
from actions.yes_no import begins_with_yes, is_no
from bot.errors import UnreadableError

STDIN = "-"
MOST_BYTES = 100_000
_EMPTY = frozenset(("", "~", "null"))


class Stopped(Exception):
    """The person left; the text says what happens to the answers."""


class Terminal:
    """Asks one question after the other."""

    def __init__(self, rules: ReportRules, ask: TextIO, answers: TextIO) -> None:
        """Keep where questions go and where answers come from."""
        self._rules = rules
        self._ask = ask
        self._answers = answers

    def consent(self) -> None:
        """Say what happens to the answers, and ask whether to begin.

        Raises:
            Stopped: the answer was no.
        """
        texts = self._rules.texts
        self._say(texts["terminal"], texts["watched"], texts["ask_consent"])
        while True:
            line = self._line()
            if line is None or is_no(line) or leaves(line):
                raise Stopped(texts["terminal_stopped"])
            if begins_with_yes(line):
                return
            self._say(texts["again"])

    def answer(self, question: ReportQuestion, number: int, total: int) -> Given:
        """The answer to a question; one that was left out has neither choice nor words.

        Raises:
            Stopped: the person wants no report.
        """
        choices = [
            f"  {letter}. {each.title}"
            for letter, each in zip("ABCDEFGH", question.choices, strict=False)
        ]
        how = self._rules.texts["how" if choices else "how_free"]
        self._say("", f"{number} dari {total}. {question.ask}", *choices, how)
        line = self._line()
        if line is not None and leaves(line):
            raise Stopped(self._rules.texts["terminal_stopped"])
        return given_of(question, line or "")

    def _say(self, *lines: str) -> None:
        self._ask.write("\n".join([*lines, ""]))

    def _line(self) -> str | None:
        """The next line without its end; None when there are no more."""
        self._ask.write("> ")
        self._ask.flush()
        line = self._answers.readline()
        return line.strip() if line else None


class AnswerFile:
    """Answers by the id of their question, from YAML or JSON."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        """Keep the answers; `read_answers` is the usual way."""
        self._answers = answers

    def answer(self, question: ReportQuestion, number: int, total: int) -> Given:
        """The answer to a question, as `Terminal.answer`."""
        return given_of(question, self._answers.get(question.id, ""))


def given_of(question: ReportQuestion, text: str) -> Given:
    """What a typed answer says: the id or letter of a choice, words that mean one, or words alone."""
    words = " ".join(text.split())
    if not words or skips(words):
        return Given(question.id)
    choice = question.choice(words) or question.lettered(words)
    if choice:
        return Given(question.id, choice.id)
    typed = question.typed(words)
    is_plain = typed is not None and question.is_plain(words, typed)
    return Given(question.id, typed.id if typed else None, None if is_plain else words)


def read_answers(name: str, rules: ReportRules, stdin: BinaryIO | None = None) -> AnswerFile:
    """Read answers: question -> text, or a list of texts.

    Args:
        name: path of a YAML or JSON file, or "-" for standard input.
        rules: the questions that may be answered.
        stdin: what "-" reads; default standard input.

    Raises:
        UnreadableError: it cannot be read, or names a question that there is not.
    """
    try:
        # Every plain value stays as typed: "0812" is no number.
        content = yaml.load(_text(name, stdin), yaml.BaseLoader)  # noqa: S506 - it makes only texts, lists and mappings
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        # The last two: the number of a letter that there is not.
        mark = getattr(error, "problem_mark", None)
        line = f" di baris {mark.line + 1}" if mark else ""
        raise UnreadableError(
            f'bukan YAML atau JSON{line}. Saran: satu jawaban satu baris, misalnya kapan: "bulan lalu".'
        ) from None
    known = ", ".join(rules.questions)
    if not isinstance(content, dict):
        raise UnreadableError(
            f"bukan daftar jawaban. Saran: tulis kunci dan jawaban; kuncinya {known}."
        )
    unknown = len(set(content) - set(rules.questions))
    if unknown:
        raise UnreadableError(f"{unknown} kunci tidak dikenal. Saran: pakai hanya {known}.")
    return AnswerFile({key: ", ".join(_values(key, value)) for key, value in content.items()})


def _values(key: str, value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, str):
            raise UnreadableError(
                f"jawaban '{key}' bukan teks. Saran: tulis teks dalam tanda kutip."
            )
        if each.strip() not in _EMPTY:
            yield each.strip()


def _text(name: str, stdin: BinaryIO | None) -> str:
    try:
        if name == STDIN:
            data = (stdin or sys.stdin.buffer).read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise UnreadableError(
            "tidak bisa dibuka. Saran: periksa nama, folder, dan izinnya."
        ) from None
    if len(data) > MOST_BYTES:
        raise UnreadableError("lebih dari 100 kB. Saran: tulis singkat saja.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("bukan teks UTF-8. Saran: simpan ulang sebagai UTF-8.") from None
