"""Read access to the built knowledge: `Store(url).topic("cek_p3mi")`."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, make_url

from knowledge import referral
from knowledge.findings import KnowledgeError
from knowledge.model import (
    Channel,
    Check,
    Country,
    Crisis,
    Destination,
    Province,
    QuizItem,
    RedFlag,
    Roleplay,
    Scene,
    Source,
    Topic,
)
from knowledge.referral import Wanted
from knowledge.store_copy import in_memory
from knowledge.store_read import read_kind
from knowledge.store_write import DIGEST_KEY
from knowledge.tables import META


def sqlite_file(url: str) -> Path | None:
    """Return the file of a SQLite URL; None for other databases and for SQLite in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    return None if parsed.database == ":memory:" else Path(parsed.database)


class Store:
    """The records of a built store.

    A kind is read whole the first time it is asked for (a few milliseconds) and then answered
    from memory. A program that answers people holds all of it in memory from the start (`keep`).
    Safe to use from several threads of one process. Unknown ids give None.

    Args:
        url: SQLAlchemy URL, such as `sqlite:////home/me/mawas.db`.
    """

    def __init__(self, url: str) -> None:
        """Remember the address; nothing is opened before the first question."""
        self._url = url
        self._engine: Engine = sa.create_engine(url, future=True)
        self._lock = threading.Lock()
        self._kinds: dict[str, dict[str, Any]] = {}
        self._is_built = False
        self._is_kept = False

    def keep(self) -> Store:
        """Hold the whole store in memory from now on, let go of its database, and return the store.

        Somebody in danger is told whom to call though the database is away or is being built.

        Raises:
            KnowledgeError: the store was never built.
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
        """
        if not self._is_kept:
            self.connect().close()
            source, self._engine = self._engine, in_memory(self._engine)
            source.dispose()
            self._is_kept = True
            self._kinds.clear()
        return self

    def close(self) -> None:
        """Close all connections; the store can be used again afterwards."""
        # What is held in memory goes with the store.
        if not self._is_kept:
            self._engine.dispose()

    def digest(self) -> str | None:
        """Return the digest of what the store was built from, or None when it was never built."""
        file = None if self._is_kept else sqlite_file(self._url)
        if file is not None and not file.is_file():
            return None  # connecting would leave an empty file behind
        with self._engine.connect() as connection:
            if not sa.inspect(connection).has_table(META.name):
                return None
            query = sa.select(META.c.value).where(META.c.key == DIGEST_KEY)
            return cast("str | None", connection.execute(query).scalar_one_or_none())

    def topic(self, id_: str) -> Topic | None:
        """Return a topic."""
        return cast("Topic | None", self._kind("topic").get(id_))

    def topics(self) -> list[Topic]:
        """Return all topics in order of id."""
        return list(self._kind("topic").values())

    def crisis(self, id_: str) -> Crisis | None:
        """Return what to say to somebody in this kind of danger."""
        return cast("Crisis | None", self._kind("crisis").get(id_))

    def channel(self, id_: str) -> Channel | None:
        """Return a channel."""
        return cast("Channel | None", self._kind("channel").get(id_))

    def channels(self, ids: Iterable[str]) -> list[Channel]:
        """Return these channels in the order given, without the unknown ones."""
        return [found for found in map(self.channel, ids) if found is not None]

    def source(self, id_: str) -> Source | None:
        """Return a source."""
        return cast("Source | None", self._kind("source").get(id_))

    def sources(self, ids: Iterable[str]) -> list[Source]:
        """Return these sources in the order given, without the unknown ones."""
        return [found for found in map(self.source, ids) if found is not None]

    def country(self, code: str) -> Country | None:
        """Return a country by its ISO 3166 alpha-2 code, upper or lower case."""
        return cast("Country | None", self._kind("country").get(code.lower()))

    def countries(self) -> list[Country]:
        """Return all countries in order of code."""
        return list(self._kind("country").values())

    def province(self, id_: str) -> Province | None:
        """Return a province."""
        return cast("Province | None", self._kind("province").get(id_))

    def provinces(self) -> list[Province]:
        """Return all provinces in order of id."""
        return list(self._kind("province").values())

    def destination(self, country_code: str) -> Destination | None:
        """Return what is known about working in a country, by its ISO code in either case."""
        code = country_code.upper()
        return next((found for found in self.destinations() if found.country == code), None)

    def destinations(self) -> list[Destination]:
        """Return all destinations in order of id."""
        return list(self._kind("destination").values())

    def red_flag(self, id_: str) -> RedFlag | None:
        """Return a red flag."""
        return cast("RedFlag | None", self._kind("red_flag").get(id_))

    def red_flags(self) -> list[RedFlag]:
        """Return all red flags in order of id."""
        return list(self._kind("red_flag").values())

    def quiz_item(self, id_: str) -> QuizItem | None:
        """Return a question of the quiz."""
        return cast("QuizItem | None", self._kind("quiz").get(id_))

    def quiz(self) -> list[QuizItem]:
        """Return all questions of the quiz in order of id."""
        return list(self._kind("quiz").values())

    def scene(self, id_: str) -> Scene | None:
        """Return a scene for the village hall."""
        return cast("Scene | None", self._kind("scene").get(id_))

    def scenes(self) -> list[Scene]:
        """Return all scenes in the order in which they are listed."""
        return sorted(self._kind("scene").values(), key=lambda scene: scene.position)

    def roleplay(self, id_: str) -> Roleplay | None:
        """Return a role-play."""
        return cast("Roleplay | None", self._kind("roleplay").get(id_))

    def roleplays(self) -> list[Roleplay]:
        """Return all role-plays in the order in which they are listed."""
        return sorted(self._kind("roleplay").values(), key=lambda play: play.position)

    def check(self, id_: str) -> Check | None:
        """Return the statements of a check before and after."""
        return cast("Check | None", self._kind("check").get(id_))

    def checks(self) -> list[Check]:
        """Return all checks in order of id."""
        return list(self._kind("check").values())

    def missions_for(self, country_code: str, place: str | None = None) -> list[Channel]:
        """Return the Indonesian missions for a country, the first to call first; may be empty.

        Args:
            country_code: ISO 3166 alpha-2 in either case.
            place: a town or state there (`knowledge.places`); the mission that serves it comes first.
        """
        with self.connect() as connection:
            ids = referral.missions(connection, country_code, place)
        return self.channels(ids)

    def emergency_for(self, country_code: str) -> Channel | None:
        """Return the local emergency number of a country."""
        with self.connect() as connection:
            id_ = referral.emergency(connection, country_code)
        return self._channel_or_none(id_)

    def bp3mi_for(self, province_id: str) -> Channel | None:
        """Return the BP3MI office that serves a province."""
        with self.connect() as connection:
            id_ = referral.office(connection, province_id)
        return self._channel_or_none(id_)

    def find(self, wanted: Wanted) -> list[Channel]:
        """Return the channels that are as wanted, the most certain first."""
        with self.connect() as connection:
            ids = referral.find(connection, wanted)
        return self.channels(ids)

    def confirmed_share(self, since: date) -> tuple[int, int]:
        """Return how many contacts a source of this day or later confirms, and how many there are."""
        with self.connect() as connection:
            return referral.confirmed(connection, since)

    def connect(self) -> Connection:
        """Return a connection to the built store, to be closed by the caller.

        Raises:
            KnowledgeError: the store was never built.
        """
        if not self._is_built:
            self._require_built()
        return self._engine.connect()

    def _require_built(self) -> None:
        if self.digest() is None:
            raise KnowledgeError("Basis pengetahuan belum dibuat. Jalankan: mawas knowledge build")
        self._is_built = True

    def _channel_or_none(self, id_: str | None) -> Channel | None:
        return self.channel(id_) if id_ else None

    def _kind(self, kind: str) -> dict[str, Any]:
        with self._lock:
            if kind not in self._kinds:
                with self.connect() as connection:
                    self._kinds[kind] = read_kind(connection, kind)
            return self._kinds[kind]
