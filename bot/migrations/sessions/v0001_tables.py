"""The tables of sessions. A database from before there were versions has them already, or some of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make what is missing."""
    op.create_table(
        "demo_sessions",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("held_on", sa.Date, nullable=False),
        sa.Column("people", sa.Integer),
        sa.Column("province", sa.String(64)),
        sa.Column("district", sa.String(80)),
        sa.Column("acts", sa.Integer, nullable=False),
        sa.Column("state", sa.Text),
        sa.Column("began", sa.Float, nullable=False),
        sa.Column("used", sa.Float, nullable=False),
        sa.Column("ended", sa.Float),
        if_not_exists=True,
    )
    op.create_index("ix_demo_sessions_used", "demo_sessions", ["used"], if_not_exists=True)
    op.create_table(
        "demo_counts",
        _session(),
        sa.Column("what", sa.String(160), primary_key=True),
        sa.Column("choice", sa.String(32), primary_key=True),
        sa.Column("people", sa.Integer, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "demo_questions",
        _session(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text),
        if_not_exists=True,
    )
    op.create_table(
        "demo_shown",
        _session(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("part", sa.String(32), nullable=False),
        sa.Column("arguments", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        if_not_exists=True,
    )


def _session() -> sa.Column:
    key = sa.ForeignKey("demo_sessions.id", ondelete="CASCADE")
    return sa.Column("session", sa.String(16), key, primary_key=True)
