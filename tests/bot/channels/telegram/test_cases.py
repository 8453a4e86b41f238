"""What belongs together, and how long is waited for it."""

from __future__ import annotations

from bot.channels.telegram.cases import belongs, wait_after
from tests.bot.channels.telegram.arrivals import ADMIN, NOW, forwarded, photo, text, update

OFFER = {"text": "Lowongan admin di Kamboja"}


def test_what_stands_alone_waits_for_nothing() -> None:
    assert wait_after(text("halo")) == 0
    assert wait_after(update(photo())) == 0
    assert wait_after(update({"text": "halo"}, "edited_message")) == 0


def test_albums_and_forwarded_posts_wait_for_more() -> None:
    assert 0 < wait_after(forwarded(OFFER)) <= 1
    assert 0 < wait_after(update(photo(media_group_id="7"))) <= 1


def test_the_pictures_of_one_album_belong_together() -> None:
    first, same = (update(photo(media_group_id="7")) for _ in range(2))
    assert belongs(first, same)
    assert not belongs(first, update(photo(media_group_id="8")))
    assert not belongs(first, update(photo()))
    assert not belongs(first, text("halo"))


def test_posts_forwarded_in_one_moment_belong_together_with_their_comment() -> None:
    assert belongs(forwarded(OFFER), forwarded(OFFER))
    assert belongs(text("ini aman?"), forwarded(OFFER))
    assert belongs(text("ini aman?"), forwarded(photo(media_group_id="7")))
    assert not belongs(forwarded(OFFER), text("ini aman?"))
    assert not belongs(forwarded(OFFER), forwarded(OFFER, date=NOW + 60))
    assert not belongs(text("/hapus"), forwarded(OFFER))


def test_two_messages_that_were_typed_are_two_cases() -> None:
    assert not belongs(text("halo"), text("saya mau tanya"))


def test_members_of_a_group_are_told_apart() -> None:
    mine = forwarded(OFFER, group=True)
    assert belongs(mine, forwarded(OFFER, group=True))
    assert not belongs(mine, forwarded(OFFER, group=True, user=ADMIN))
    assert not belongs(mine, forwarded(OFFER))


def test_a_correction_belongs_to_nothing() -> None:
    assert not belongs(update({"text": "a"}, "edited_message"), forwarded(OFFER))
    assert not belongs(forwarded(OFFER), update({"text": "a"}, "edited_message"))
