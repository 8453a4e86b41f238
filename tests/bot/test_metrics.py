"""What Prometheus is told: counts by kind, times, failures; nothing of anybody."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import tally
from bot.conversation import Conversation
from bot.messages import Incoming, Reply, Turn, Unread
from bot.metrics import KINDS, Metrics, kind_of, watching
from bot.turns import not_understood

SAID = Incoming("tg-7351", "rahasia-7351")
TURN = replace(not_understood("rahasia-7351", (Reply("Ya."),)), intent="cek_p3mi", latency_ms=6.0)


def _samples(metrics: Metrics) -> dict[tuple[str, str], float]:
    """Value by name and the values of the labels."""
    families = text_string_to_metric_families(metrics.page().body.decode())
    return {
        (sample.name, ",".join(sample.labels.values())): sample.value
        for family in families
        for sample in family.samples
    }


@pytest.mark.parametrize(
    ("kind", "incoming", "turn"),
    [
        ("failed", SAID, replace(TURN, failed=True, crisis=("darurat_disekap", True))),
        ("danger", replace(SAID, picture=b"x"), replace(TURN, crisis=("darurat_disekap", False))),
        ("picture", replace(SAID, parts=("terusan", b"x")), TURN),
        ("offer", replace(SAID, parts=("terusan",)), replace(TURN, screening={"risk": "tinggi"})),
        ("follow_up", SAID, replace(TURN, actions=("action_explain_more",), topics=("a",))),
        ("topic", SAID, replace(TURN, topics=("cek_p3mi",))),
        ("not_understood", SAID, replace(TURN, intent="di_luar_topik")),
        ("greeting", SAID, replace(TURN, intent="sapa")),
        ("other", replace(SAID, parts=(Unread("Video."),)), replace(TURN, intent="terima_kasih")),
    ],
)
def test_each_turn_counts_as_one_kind(kind: str, incoming: Incoming, turn: Turn) -> None:
    assert kind_of(incoming, turn) == kind
    metrics = Metrics()
    metrics.turn(incoming, turn)
    samples = _samples(metrics)
    counted = {name: samples["mawas_turns_total", name] for name, _ in KINDS}
    assert counted == {name: float(name == kind) for name, _ in KINDS}
    assert samples["mawas_turn_seconds_count", kind] == 1
    assert samples["mawas_turn_seconds_sum", kind] == pytest.approx(0.006)


def test_danger_and_apologies_are_counted_by_themselves() -> None:
    metrics = Metrics()
    for certain in (True, True, False):
        metrics.turn(SAID, replace(TURN, crisis=("darurat_disekap", certain)))
    metrics.turn(SAID, replace(TURN, failed=True))
    samples = _samples(metrics)
    assert samples["mawas_dangers_total", "true"] == 2
    assert samples["mawas_dangers_total", "false"] == 1
    assert samples["mawas_apologies_total", ""] == 1


def test_nothing_of_a_person_is_shown() -> None:
    metrics = Metrics(lambda: 3)
    metrics.turn(SAID, TURN)
    page = metrics.page().body.decode()
    assert "7351" not in page
    assert "cek_p3mi" not in page
    assert _samples(metrics)["mawas_conversations_in_memory", ""] == 3


def test_failures_and_the_process_stand_there_before_anything_happens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tally, "_counts", type(tally._counts)())
    samples = _samples(Metrics())
    assert {
        what: count for (name, what), count in samples.items() if name == "mawas_failures_total"
    } == {event.value: 0 for event in tally.Event}
    assert samples["process_resident_memory_bytes", ""] > 0
    tally.count(tally.Event.LOCK)
    assert _samples(Metrics())["mawas_failures_total", "lock"] == 1


@pytest.fixture
def watched(conversation: Conversation) -> Iterator[Metrics]:
    yield watching(conversation)
    conversation.watch = None


def test_the_assistant_is_counted(
    conversation: Conversation,
    watched: Metrics,
    loop: asyncio.AbstractEventLoop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def say(text: str) -> Turn:
        return loop.run_until_complete(conversation.turn(Incoming("metrik", text)))

    say("halo")
    say("cara cek p3mi resmi gimana?")
    say("tolong saya disekap di kamboja, paspor diambil")
    with monkeypatch.context() as broken:
        broken.setattr(conversation._agent, "handle_message", None)
        assert say("halo").failed
    samples = _samples(watched)
    for kind in ("greeting", "topic", "danger", "failed"):
        assert samples["mawas_turns_total", kind] == 1, kind
    assert samples["mawas_turn_seconds_sum", "topic"] > 0
    assert samples["mawas_conversations_in_memory", ""] >= 1
    loop.run_until_complete(conversation.forget("metrik"))


def test_without_anybody_who_counts_a_turn_is_the_same(
    conversation: Conversation, loop: asyncio.AbstractEventLoop
) -> None:
    assert conversation.watch is None
    turn = loop.run_until_complete(conversation.turn(Incoming("metrik", "halo")))
    assert turn.intent == "sapa"
    assert not turn.failed
    loop.run_until_complete(conversation.forget("metrik"))
