"""A channel plays the part that a record gives it: a mission is a mission, and it answers.

Danger: an office shown as the local emergency number, or a crisis that names only closed doors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding

NAME = "channel_roles"
SCOPE = ("country", "province", "topic", "crisis", "red_flag")

_ROLES = {
    "missions": ("perwakilan",),
    "emergency": ("darurat_setempat",),
    "bp3mi": ("provinsi", "nasional"),
}
"""Field that names a channel -> levels the channel may have. Where no office is known to serve a
province, the national directory of BP3MI offices stands in."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield channels of the wrong level, emergencies abroad, and records with no open channel."""
    channels = corpus.ids("channel")
    for reference in corpus.references:
        channel = channels.get(reference.target)
        if reference.kind != "channel" or channel is None:
            continue
        document, levels = reference.document, _ROLES.get(str(reference.path[0]), ())
        level = channel.get("level")
        if levels and level is not None and level not in levels:
            message = f"kanal '{channel.stem}' bertingkat {level}, bukan {levels[0]}."
            tip = "pilih kanal lain, atau betulkan level kanal itu."
            yield document.finding(reference.path, message, tip, NAME, value=channel.stem)
        if reference.path[0] == "emergency" and channel.get("country") != document.get("country"):
            message = f"nomor darurat '{channel.stem}' milik negara {channel.get('country')}."
            tip = "pilih kanal darurat negara ini, atau null."
            yield document.finding(reference.path, message, tip, NAME, value=channel.stem)
    for document in documents:
        yield from _no_open_channel(document, corpus)


def _no_open_channel(document: Document, corpus: Corpus) -> Iterator[Finding]:
    named = document.get("channels")
    if not isinstance(named, list) or not named:
        return
    found = [corpus.ids("channel").get(str(id_)) for id_ in named]
    if all(channel is not None and channel.get("status") == "inactive" for channel in found):
        tip = "tambahkan kanal yang masih melayani."
        yield document.finding(("channels",), "semua kanalnya sudah tidak aktif.", tip, NAME)
