"""The safe word, and what the harmless screen says: no name of ours, nothing that betrays what stands behind it."""

from __future__ import annotations

import re

from actions.context import COVERED, OFFER_PART
from actions.render.bubbles import choice

SAFE_WORD = "kopi"
# What the door (bot/conversation.py) turns the safe word into, and the button that hides the screen.
SWITCH_PAYLOAD = choice("", "lanjutan", **{OFFER_PART: COVERED}).payload

# Nothing here may lead to what is hidden: no name of ours, no button, no word of work abroad.
RECIPE = (
    "Kopi tubruk\n\n1. Satu sendok makan kopi bubuk.\n2. Seduh dengan segelas air panas.\n"
    "3. Aduk, lalu tunggu empat menit.\n4. Tambah gula sesuai selera."
)
CHAT = (
    "Kopi enak diminum selagi hangat.",
    "Sedikit jahe membuat kopi lebih hangat.",
    "Gula aren juga cocok untuk kopi.",
    "Kalau suka, tambahkan susu.",
)


def is_safe_word(text: str) -> bool:
    """True for a message that is the safe word and nothing else but signs and pictures."""
    return re.sub(r"[\W_]+", "", text).casefold() == SAFE_WORD
