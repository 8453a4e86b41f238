"""Tables of the sessions. Nothing in them names a person: places, dates, counts, and questions with names and numbers masked."""

from __future__ import annotations

import sqlalchemy as sa

METADATA = sa.MetaData()

# One row a session. `state` is the stage after the last act, as JSON; it is erased when the session ends.
SESSIONS = sa.Table(
    "demo_sessions",
    METADATA,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("held_on", sa.Date, nullable=False),
    sa.Column("people", sa.Integer),
    sa.Column("province", sa.String(64)),
    sa.Column("district", sa.String(80)),
    sa.Column("acts", sa.Integer, nullable=False, default=0),
    sa.Column("state", sa.Text),
    # Seconds since 1970.
    sa.Column("began", sa.Float, nullable=False),
    sa.Column("used", sa.Float, nullable=False, index=True),
    sa.Column("ended", sa.Float),
)


def _of_session() -> sa.Column:
    return sa.Column(
        "session",
        sa.String(16),
        sa.ForeignKey("demo_sessions.id", ondelete="CASCADE"),
        primary_key=True,
    )


# How many people gave an answer: `what` is "kuis/<record>", "cek/sebelum/<check>/<item>" or "cek/sesudah/<check>/<item>".
COUNTS = sa.Table(
    "demo_counts",
    METADATA,
    _of_session(),
    sa.Column("what", sa.String(160), primary_key=True),
    sa.Column("choice", sa.String(32), primary_key=True),
    sa.Column("people", sa.Integer, nullable=False),
)

# What was asked and not answered, masked; without a text where the facilitator took it out.
QUESTIONS = sa.Table(
    "demo_questions",
    METADATA,
    _of_session(),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("text", sa.Text),
)

# What was shown, in order: the kind of part and the arguments with which it was made, as JSON.
SHOWN = sa.Table(
    "demo_shown",
    METADATA,
    _of_session(),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("part", sa.String(32), nullable=False),
    sa.Column("arguments", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
)
