"""Replies as actions make them: bubbles of text with buttons, and a note of what they cite."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Who only words an answer needs nothing of Rasa.
    from rasa_sdk.executor import CollectingDispatcher

# Characters a bubble; longer ones are hard to read on a phone (docs: architecture, "Words").
BUBBLE_LIMIT = 600
BUTTON_TITLE_LIMIT = 40

# Under this key a reply carries what it is about; `bot.conversation` reads it.
ABOUT = "mawas"
# In that note: that the harmless screen is shown, so that channels hide what stood there before.
COVERS = "covers"
# In that note: what a result card says (`Card.to_note`), to be drawn as the last reply's picture.
CARD = "card"
# In that note: the report whose text comes after the first bubble (`ReportCase.to_slot`).
REPORT_NOTE = "report"


@dataclass(frozen=True)
class Choice:
    """A button: title and what is sent when it is chosen."""

    title: str
    payload: str


def choice(title: str, intent: str, **entities: str) -> Choice:
    """A button that stands for an intent, with entities if any."""
    payload = f"/{intent}" + (json.dumps(entities, ensure_ascii=False) if entities else "")
    return Choice(
        title
        if len(title) <= BUTTON_TITLE_LIMIT
        else title[: BUTTON_TITLE_LIMIT - 1].rstrip() + "…",
        payload,
    )


@dataclass
class Answer:
    """Bubbles of one turn and what they cite. Ids keep the order in which they were shown, each once."""

    bubbles: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    crisis: tuple[str, bool] | None = None
    # of the offer in the message, as `mawas check --json` prints it without the text
    screening: dict[str, Any] | None = None
    # what a picture of the last bubble says, as `Card.to_note`
    card: dict[str, Any] | None = None
    # the finished report, as `ReportCase.to_slot`: its text is put in on the way out and never noted
    report: dict[str, Any] | None = None
    # the harmless screen (actions/cover.py)
    covers: bool = False

    def say(self, *paragraphs: str) -> None:
        """Add paragraphs, packed into as few bubbles as the limit allows."""
        self.bubbles += pack([paragraph for paragraph in paragraphs if paragraph])

    def list_up(self, heading: str, lines: Sequence[str]) -> None:
        """Add a heading and its lines; a list too long for one bubble goes on in the next."""
        if lines:
            self.bubbles += pack([heading, *lines], joint="\n")

    def cite(self, sources: Iterable[str]) -> None:
        """Note sources whose statements were shown."""
        self.sources += [source for source in dict.fromkeys(sources) if source not in self.sources]

    def send(self, dispatcher: CollectingDispatcher) -> None:
        """Hand the bubbles to Rasa; the last one carries the buttons and what all of them are about."""
        about = {
            "topics": self.topics,
            "channels": self.channels,
            "sources": self.sources,
            "crisis": self.crisis,
            "screening": self.screening,
            CARD: self.card,
            REPORT_NOTE: self.report,
            COVERS: self.covers,
        }
        for bubble in self.bubbles[:-1]:
            dispatcher.utter_message(text=bubble)
        buttons = [{"title": button.title, "payload": button.payload} for button in self.choices]
        dispatcher.utter_message(text=self.bubbles[-1], buttons=buttons, **{ABOUT: about})


def pack(paragraphs: Sequence[str], limit: int = BUBBLE_LIMIT, joint: str = "\n\n") -> list[str]:
    """Join paragraphs into bubbles of at most `limit` characters; a paragraph is never split."""
    bubbles: list[str] = []
    for paragraph in paragraphs:
        if bubbles and len(bubbles[-1]) + len(joint) + len(paragraph) <= limit:
            bubbles[-1] += joint + paragraph
        else:
            bubbles.append(paragraph)
    return bubbles
