"""The store gives back exactly the records that it was built from."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from knowledge.build import build
from knowledge.findings import KnowledgeError
from knowledge.load import load
from knowledge.model import Knowledge
from knowledge.referral import Wanted
from knowledge.store import Store
from knowledge.tables import METADATA
from tests.helpers.postgresql import postgresql
from tests.knowledge.builders import (
    TODAY,
    make_channel,
    make_contact,
    make_country,
    make_emergency,
    make_mission,
    make_office,
    make_text,
    write_folder,
)


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return load(write_folder(tmp_path), TODAY).knowledge


@pytest.fixture
def url(tmp_path: Path, knowledge: Knowledge) -> str:
    address = f"sqlite:///{tmp_path / 'store.db'}"
    build(tmp_path / "knowledge", address)
    return address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()


def test_every_record_comes_back_as_it_was(store: Store, knowledge: Knowledge) -> None:
    assert store.topics() == list(knowledge.topics.values())
    assert store.countries() == list(knowledge.countries.values())
    assert store.provinces() == list(knowledge.provinces.values())
    assert store.destinations() == list(knowledge.destinations.values())
    assert store.red_flags() == list(knowledge.red_flags.values())
    assert store.quiz() == list(knowledge.quiz.values())
    assert store.scenes() == list(knowledge.scenes.values())
    assert store.roleplays() == list(knowledge.roleplays.values())
    assert store.checks() == list(knowledge.checks.values())
    assert store.crisis("disekap") == knowledge.crisis["disekap"]
    assert store.channels(knowledge.channels) == list(knowledge.channels.values())
    assert store.sources(["uu"]) == list(knowledge.sources.values())


def test_one_record_is_found_by_its_id(store: Store, knowledge: Knowledge) -> None:
    assert store.topic("visa") == knowledge.topics["visa"]
    assert store.red_flag("visa_turis") == knowledge.red_flags["visa_turis"]
    assert store.quiz_item("soal") == knowledge.quiz["soal"]
    assert store.province("aceh") == knowledge.provinces["aceh"]


def test_unknown_ids_give_none(store: Store) -> None:
    lookups = (
        store.topic, store.crisis, store.channel, store.source, store.country, store.province,
        store.destination, store.red_flag, store.quiz_item, store.emergency_for, store.bp3mi_for,
    )  # fmt: skip
    assert [lookup("tiada") for lookup in lookups] == [None] * len(lookups)
    assert store.missions_for("tiada") == []
    assert store.channels(["tiada", "kp2mi"]) == [store.channel("kp2mi")]


def test_places_lead_to_their_channels_in_either_case(store: Store) -> None:
    assert [mission.id for mission in store.missions_for("KH")] == ["kbri"]
    assert store.emergency_for("kh") == store.channel("darurat_kh")
    assert store.bp3mi_for("aceh") == store.channel("bp3mi_aceh")
    assert store.destination("kh") == store.destination("KH") == store.destinations()[0]


def test_a_store_that_was_never_built_says_how_to_build_it(tmp_path: Path) -> None:
    file = tmp_path / "none.db"
    store = Store(f"sqlite:///{file}")

    assert store.digest() is None
    with pytest.raises(KnowledgeError, match="mawas knowledge build"):
        store.topic("visa")
    assert not file.exists()


def test_threads_may_read_at_once(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: store.topic("visa"), range(64)))

    assert found == [store.topic("visa")] * 64


def _answers(store: Store) -> list[object]:
    return [
        store.digest(),
        store.missions_for("KH"),
        store.emergency_for("kh"),
        store.topics(),
        store.channels(["kp2mi"]),
        store.find(Wanted(by_phone=True)),
    ]


def test_what_is_kept_in_memory_outlives_its_database(url: str, tmp_path: Path) -> None:
    store = Store(url)
    before = _answers(store)
    assert store.keep() is store
    (tmp_path / "store.db").unlink()
    assert _answers(store) == before
    assert before[1]
    store.keep().close()
    # A turn may still be in hand when another store has taken over.
    assert _answers(store) == before
    assert not (tmp_path / "store.db").exists()


def test_a_server_may_be_built_anew_or_be_away(tmp_path: Path, url: str) -> None:
    folder = tmp_path / "knowledge"
    with postgresql() as server:
        build(folder, server)
        store = Store(server).keep()
        before = _answers(store)
        assert before == _answers(Store(url))
        make = sa.create_engine(server, future=True)
        with make.begin() as connection:
            # As a build does, which holds the tables until it ends.
            METADATA.drop_all(connection)
            assert _answers(store) == before
        make.dispose()
        with pytest.raises(KnowledgeError):
            Store(server).keep()
    assert _answers(store) == before


def test_kept_in_memory_many_threads_may_ask(url: str) -> None:
    store = Store(url).keep()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: store.missions_for("kh"), range(64)))
    assert found == [Store(url).missions_for("kh")] * 64


def test_what_was_never_built_cannot_be_kept(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError):
        Store(f"sqlite:///{tmp_path / 'none.db'}").keep()


def test_the_tables_are_relational_and_carry_the_prefix(url: str) -> None:
    engine = sa.create_engine(url, future=True)
    with engine.connect() as connection:
        cited = connection.execute(
            sa.text(
                "SELECT count(*) FROM knowledge_citations c JOIN knowledge_sources s ON s.id = c.value WHERE c.owner_kind = 'topic'"
            )
        ).scalar_one()
    engine.dispose()

    assert cited == 19
    assert all(name.startswith("knowledge_") for name in METADATA.tables)


def test_towns_of_missions_and_what_happens_next_come_back(tmp_path: Path) -> None:
    steps = [{"kind": "lama", **make_text("Lama.")}, {"kind": "sesudah", **make_text("Didata.")}]
    contact = make_contact(cost="gratis", opening="24/7", purpose="bahaya")
    towns = {"channel": "kbri", "area": "utara", "places": ["Bavet", "Poipet"]}
    root = write_folder(
        tmp_path,
        channel=[
            make_channel(contacts=[contact], next=steps),
            make_mission(),
            make_emergency(),
            make_office(),
        ],
        country=[make_country(missions=[towns])],
    )
    address = f"sqlite:///{tmp_path / 'towns.db'}"
    build(root, address)

    store, knowledge = Store(address), load(root, TODAY).knowledge

    assert store.channel("kp2mi") == knowledge.channels["kp2mi"]
    assert [step.text for step in knowledge.channels["kp2mi"].next] == ["Lama.", "Didata."]
    assert store.country("KH") == knowledge.countries["kh"]
    assert knowledge.countries["kh"].missions[0].places == ("Bavet", "Poipet")
