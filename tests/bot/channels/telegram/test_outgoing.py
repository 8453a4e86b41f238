from __future__ import annotations

from bot.channels.telegram.outgoing import CALM_LENGTH, Outgoing, merged, pieces
from bot.messages import Button, Reply

ONE, TWO = Button("Satu", "/satu"), Button("Dua", "/dua")


def test_an_answer_is_read_back_as_it_was_written() -> None:
    outgoing = Outgoing(
        -5,
        "tg-x",
        (Reply("Halo «é»", (ONE, TWO)), Reply("Kartu", picture=b"\x89PNG\x00", covers=True)),
        urgent=True,
        thread=3,
        reply_to=4,
        away=(9, 8),
    )
    assert Outgoing.from_text(outgoing.to_text()) == outgoing


def test_bubbles_without_buttons_or_picture_between_them_become_one_message() -> None:
    replies = (Reply("a"), Reply("b", (ONE,)), Reply("c"), Reply("d", picture=b"x"), Reply("e"))
    assert merged(replies, 800) == (
        Reply("a\n\nb", (ONE,)),
        Reply("c"),
        Reply("d", picture=b"x"),
        Reply("e"),
    )


def test_messages_that_are_put_together_stay_short_enough() -> None:
    replies = (Reply("a" * 500), Reply("b" * 298), Reply("c" * 500))
    assert [len(reply.text) for reply in merged(replies, CALM_LENGTH)] == [800, 500]
    assert [len(reply.text) for reply in merged(replies[:2], 799)] == [500, 298]


def test_what_covers_still_covers() -> None:
    (reply,) = merged((Reply("a", covers=True), Reply("b")), 800)
    assert reply.covers
    assert Outgoing(5, "o", (reply,)).covers
    assert not Outgoing(-5, "o", (reply,)).covers


def test_buttons_stand_below_the_last_part_and_a_picture_comes_first() -> None:
    made = pieces(Outgoing(5, "o", (Reply("Kalimat ini. " * 200, (ONE,), b"png"),)))
    assert [bool(piece.picture) for piece in made] == [True, False]
    assert [piece.buttons for piece in made] == [(), (ONE,)]
    assert len(made[0].text) <= 1024
    assert pieces(Outgoing(5, "o", (Reply(" ", picture=b"png"),)))[0].picture == b"png"
