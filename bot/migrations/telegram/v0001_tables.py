"""The tables of the Telegram channel. A database from before there were versions has them already, or some of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make what is missing."""
    op.create_table(
        "telegram_waiting",
        sa.Column("bot", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("received", sa.Float, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("body", sa.Text),
        sa.Column("replies", sa.Text),
        sa.Column("sent", sa.Integer, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "telegram_answered",
        sa.Column("bot", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Float, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "telegram_buttons",
        sa.Column("owner", sa.String(64), primary_key=True),
        sa.Column("id", sa.String(24), primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "telegram_shown",
        sa.Column("owner", sa.String(64), primary_key=True),
        sa.Column("message", sa.BigInteger, primary_key=True),
        sa.Column("at", sa.Float, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "telegram_groups",
        sa.Column("owner", sa.String(64), primary_key=True),
        if_not_exists=True,
    )
    for table, column in (
        ("telegram_waiting", "chat"),
        ("telegram_answered", "at"),
        ("telegram_buttons", "at"),
        ("telegram_shown", "at"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column], if_not_exists=True)
