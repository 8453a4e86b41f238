"""An offer: how to check it, never a verdict that it is fine."""

from __future__ import annotations

import pytest

from actions.check_offer import CheckOffer
from actions.context import TOPIC
from knowledge.store import Store
from tests.actions.fakes import make_store, run


def test_the_warning_comes_before_the_signs(store: Store) -> None:
    bubbles = run(CheckOffer(store), intent="kirim_lowongan").bubbles
    assert "saya tidak pernah menyebut tawaran aman" in bubbles[0]
    assert bubbles[1] == "Pendek ciri_lowongan_palsu."


def test_nothing_should_be_sent_before_the_check(store: Store) -> None:
    assert "Jangan kirim uang, KTP, atau paspor dulu." in run(CheckOffer(store)).bubbles[0]


def test_the_signs_are_the_topic_that_goes_on(store: Store) -> None:
    assert run(CheckOffer(store)).slots[TOPIC] == "ciri_lowongan_palsu"


def test_without_the_record_of_signs_it_is_an_error() -> None:
    with pytest.raises(LookupError, match="ciri_lowongan_palsu"):
        run(CheckOffer(make_store(topic=[])))
