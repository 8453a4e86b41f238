from __future__ import annotations

import stat
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.demo.part import PartError
from bot.demo.sessions.model import MOST_QUESTIONS, SessionNotebook
from bot.demo.sessions.store import SessionStore, sessions_url
from bot.paths import KNOWLEDGE
from bot.settings import Settings
from knowledge.build import build
from tests.bot.demo.sessions.made import ABOUT, act, counted, held
from tests.helpers.postgresql import postgresql

SECRET = "rahasia yang dihapus"


def test_a_session_goes_on_where_the_last_act_left_it(sessions: SessionStore) -> None:
    id_ = sessions.begin(ABOUT)
    state, notebook = sessions.resume(id_)
    assert (state, notebook.people, notebook.dump()) == (
        None,
        30,
        {"counts": {}, "questions": []},
    )
    notebook.count("kuis/q01", {"tipu": 20, "asli": 3})
    notebook.unanswered("berapa biaya paspor?")
    sessions.append(id_, act(notebook, hidden=True))
    notebook.count("kuis/q01", {"tipu": 21, "asli": 3})
    sessions.append(id_, act(notebook, hidden=False))
    state, again = sessions.resume(id_)
    assert state["hidden"] is False
    assert again.dump() == notebook.dump()
    assert again.counts("kuis/q01") == {"tipu": 21, "asli": 3}


def test_the_last_used_is_offered_first_and_an_ended_one_no_more(sessions: SessionStore) -> None:
    first, second, third = (sessions.begin({**ABOUT, "place": name}) for name in "ABC")
    sessions.append(first, act(SessionNotebook()))
    sessions.end(third)
    offered = sessions.running()
    assert [row["id"] for row in offered] == [first, second]
    assert offered[0]["province_name"] == "Jawa Timur"
    assert offered[0]["used"] >= offered[1]["used"]
    with pytest.raises(PartError, match="tidak ada lagi"):
        sessions.resume(third)
    with pytest.raises(PartError, match="tidak ada lagi"):
        sessions.append(third, act(SessionNotebook()))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"place": "  "}, "Tempat belum diisi"),
        ({"place": "x" * 121}, "terlalu panjang"),
        ({"date": "21/11/2026"}, "Tanggal tidak terbaca"),
        ({"date": None}, "Tanggal tidak terbaca"),
        ({"people": 0}, "Jumlah peserta"),
        ({"people": "banyak"}, "Jumlah peserta"),
        ({"people": 5001}, "Jumlah peserta"),
        ({"province": "atlantis"}, "Provinsi tidak dikenal"),
        ({"district": "Kabupaten Cilacap"}, "Kabupaten atau kota"),
        ({"province": None}, "Kabupaten atau kota"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_begins(
    sessions: SessionStore, given: dict[str, object], words: str
) -> None:
    with pytest.raises(PartError, match=words):
        sessions.begin({**ABOUT, **given})
    assert sessions.sessions() == []


def test_little_need_be_said_of_a_session(sessions: SessionStore) -> None:
    id_ = sessions.begin({"place": " Balai   RW 3 ", "date": "2026-11-21", "people": ""})
    assert sessions.about(id_) == {
        "place": "Balai RW 3",
        "date": "2026-11-21",
        "people": None,
        "province": None,
        "province_name": None,
        "district": None,
    }
    by_name = sessions.begin({**ABOUT, "province": "JAWA TIMUR", "district": "kota malang"})
    about = sessions.about(by_name)
    assert (about["province"], about["district"]) == ("jawa_timur", "Kota Malang")


def test_what_was_shown_is_kept_once_in_order(sessions: SessionStore) -> None:
    id_ = sessions.begin(ABOUT)
    notebook = SessionNotebook()
    for part, title in (("kuis", "Satu"), ("kuis", "Satu"), (None, ""), ("kuis", "Satu")):
        sessions.append(id_, act(notebook, part, title=title))
    sessions.append(id_, act(notebook, "langsung", title="Tanya", arguments={}))
    session = sessions.session(id_)
    assert session is not None
    assert [(each.part, each.title) for each in session.shown] == [
        ("kuis", "Satu"),
        ("langsung", "Tanya"),
    ]


def test_a_question_that_was_taken_out_stays_out(sessions: SessionStore, home: Path) -> None:
    id_ = sessions.begin(ABOUT)
    notebook = SessionNotebook()
    notebook.unanswered(SECRET)
    notebook.unanswered("berapa biaya paspor?")
    sessions.append(id_, act(notebook))
    sessions.drop_question(id_, 0)
    # The notebook of the running program still knows it.
    notebook.unanswered("kapan ujian Korea?")
    sessions.append(id_, act(notebook))
    session = sessions.session(id_)
    assert session is not None
    assert session.questions == {0: "", 1: "berapa biaya paspor?", 2: "kapan ujian Korea?"}
    _, resumed = sessions.resume(id_)
    resumed.unanswered("boleh bawa anak?")
    sessions.append(id_, act(resumed))
    session = sessions.session(id_)
    assert session is not None
    assert session.questions[3] == "boleh bawa anak?"
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in home.iterdir())


def test_nothing_is_left_of_a_deleted_session_nor_of_where_an_ended_one_stood(
    sessions: SessionStore, home: Path
) -> None:
    gone = held(sessions, counted(10, 20, 30), place=SECRET)
    kept = sessions.begin(ABOUT)
    sessions.append(kept, act(SessionNotebook(), dump={"typed": SECRET}))
    sessions.end(kept)
    sessions.delete(gone)
    assert [session.id for session in sessions.sessions()] == [kept]
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in home.iterdir())


def test_only_the_owner_may_read_it_and_each_act_waits_for_the_disk(
    sessions: SessionStore, hall: Settings, home: Path
) -> None:
    sessions.begin(ABOUT)
    files = [path for path in home.iterdir() if path.name.startswith("sessions.db")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    with sessions._engine.connect() as connection:
        values = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete")
        ]
    assert values == ["wal", 2, 1]
    server = Settings.from_environment({"MAWAS_DB_URL": "postgresql://mawas@localhost/mawas"})
    assert sessions_url(server) == server.db_url
    assert sessions_url(hall) == f"sqlite:///{home / 'sessions.db'}"


def test_a_full_disk_is_told_and_the_next_act_writes_everything(
    sessions: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = sessions.begin(ABOUT)
    notebook = SessionNotebook()
    notebook.count("kuis/q01", {"tipu": 20})
    notebook.unanswered("berapa biaya paspor?")
    with sessions._engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE UPDATE ON demo_sessions BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    with pytest.raises(PartError, match="Belum tersimpan"):
        sessions.append(id_, act(notebook))
    session = sessions.session(id_)
    assert session is not None
    assert (session.counts, session.shown) == ({}, ())
    with sessions._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER full")
    sessions.append(id_, act(notebook))
    _, again = sessions.resume(id_)
    assert again.dump() == notebook.dump()


def test_a_database_that_is_none_is_set_aside(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "sessions.db").write_bytes(b"no database at all" * 100)
    store = SessionStore(Settings.from_environment({"MAWAS_HOME": str(home)}))
    assert store.sessions() == []
    assert "disisihkan" in capsys.readouterr().err


def test_a_notebook_keeps_its_measure() -> None:
    notebook = SessionNotebook()
    for number in range(MOST_QUESTIONS + 5):
        notebook.unanswered(f"soal {number}")
    notebook.unanswered("  ")
    assert len(notebook.dump()["questions"]) == MOST_QUESTIONS
    short = SessionNotebook()
    short.unanswered("panjang " * 100)
    short.unanswered("soal \n satu")
    short.unanswered("soal satu")
    assert [len(text) for text in short.dump()["questions"]] == [300, 9]


def test_other_tables_of_the_database_are_left_alone(sessions: SessionStore) -> None:
    names = sa.inspect(sessions._engine).get_table_names()
    assert [name for name in names if not name.startswith("demo_")] == ["sessions_version"]


def test_postgresql_does_as_well() -> None:
    with postgresql() as url:
        settings = Settings.from_environment({"MAWAS_DB_URL": url})
        build(KNOWLEDGE, url)
        store = SessionStore(settings)
        id_ = store.begin(ABOUT)
        notebook = counted(12, 24, 30)
        notebook.unanswered("berapa biaya paspor?")
        store.append(id_, act(notebook))
        store.append(id_, act(notebook, "langsung", arguments={}))
        state, again = store.resume(id_)
        assert (state["part"], again.dump()) == ("langsung", notebook.dump())
        store.drop_question(id_, 0)
        store.end(id_)
        (session,) = store.sessions()
        assert (session.questions, len(session.shown), store.running()) == ({0: ""}, 2, [])
        store.delete(id_)
        assert store.sessions() == []
        store.close()
