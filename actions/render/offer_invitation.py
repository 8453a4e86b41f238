"""Replies to somebody who has no offer at hand."""

from __future__ import annotations

from actions.render.bubbles import Answer, Choice, choice


def invitation(text: str) -> Answer:
    """How to send an offer, for somebody who asked for a check."""
    answer = Answer()
    answer.say(text)
    answer.choices = no_offer_choices()
    return answer


def no_offer_choices() -> list[Choice]:
    """What somebody without an offer at hand may want."""
    return [
        choice("Tanda lowongan palsu", "ciri_lowongan_palsu"),
        choice("Memeriksa izin PT", "cek_p3mi"),
    ]
