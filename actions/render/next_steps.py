"""What happens after somebody contacts a channel, as far as sources say."""

from __future__ import annotations

from collections.abc import Sequence

from actions.render.bubbles import Answer, Choice, choice
from actions.render.channels import short_name
from actions.render.sources import source_line
from actions.render.topic import SOURCES
from knowledge.model import Channel, NextStep
from knowledge.store import Store

# What the button asks for, before the id of the channel.
AFTER = "sesudah"
_BUTTON = "Setelah menghubungi?"

# The questions that a step answers, in the order in which people meet them.
KINDS = ("ditanya", "siapkan", "sesudah", "lama", "orang_lain", "rahasia")

# These records stand for all offices of their kind, so that one text serves all of them.
ALL_MISSIONS, ALL_OFFICES = "kemlu_direktori_perwakilan", "bp3mi_direktori"

CHANNELS_SHOWN = 2


def next_choice(channel: Channel) -> Choice:
    """The button below a contact."""
    return choice(_BUTTON, "lanjutan", lihat=f"{AFTER}.{channel.id}")


def channel_asked(part: str | None) -> str | None:
    """The id of the channel that such a button is about; None for any other button."""
    name, _, id_ = (part or "").partition(".")
    return id_ if name == AFTER and id_ else None


def steps_of(store: Store, channel: Channel) -> tuple[NextStep, ...]:
    """What is known of a channel: its own steps, else those of all offices of its kind."""
    if channel.next:
        return channel.next
    stands_in = None
    if channel.level == "perwakilan":
        stands_in = store.channel(ALL_MISSIONS)
    elif any(province.bp3mi == channel.id for province in store.provinces()):
        stands_in = store.channel(ALL_OFFICES)
    return stands_in.next if stands_in else ()


def next_answer(store: Store, channels: Sequence[Channel], topics: Sequence[str] = ()) -> Answer:
    """What happens after the first of these channels of which that is known.

    Args:
        store: where records are read.
        channels: at least one.
        topics: ids of the topics that were asked about.
    """
    known = [(each, steps_of(store, each)) for each in channels]
    told = [row for row in known if row[1]][:CHANNELS_SHOWN] or known[:1]
    answer = Answer(topics=list(topics), channels=[channel.id for channel, _ in told])
    for channel, steps in told:
        name = short_name(channel)
        if not steps:
            answer.say(
                f"Belum ada sumber tentang yang terjadi setelah menghubungi {name}. "
                "Tanyakan langsung kepada petugasnya, dan minta nomor laporan."
            )
        lines = [f"• {step.text}" for kind in KINDS for step in steps if step.kind == kind]
        answer.list_up(f"Setelah menghubungi {name}:", lines)
        for step in steps:
            answer.cite(step.sources)
    checked = min(channel.checked_on for channel, _ in told)
    answer.say(source_line(store.sources(answer.sources), checked))
    answer.choices = [choice("Cara melapor dan bukti", "cara_lapor"), SOURCES]
    return answer
