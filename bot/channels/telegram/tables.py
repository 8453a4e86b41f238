"""Tables of the Telegram channel. A chat id stands in the clear only while a message of it waits for its answer."""

from __future__ import annotations

import sqlalchemy as sa

METADATA = sa.MetaData()

# What was received and is not answered yet. `body` is Telegram's JSON; it is erased when the answer is ready, and `replies` holds what is
# still to be sent. The first update of a case carries the replies of the whole case. Each bot counts its updates by itself.
WAITING = sa.Table(
    "telegram_waiting",
    METADATA,
    sa.Column("bot", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("chat", sa.BigInteger, nullable=False, index=True),
    sa.Column("received", sa.Float, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False, default=0),
    sa.Column("body", sa.Text),
    sa.Column("replies", sa.Text),
    sa.Column("sent", sa.Integer, nullable=False, default=0),
)

# Ids of what was answered, so that it is not answered again.
ANSWERED = sa.Table(
    "telegram_answered",
    METADATA,
    sa.Column("bot", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
)

# What a button stands for; `owner` is a pseudonym.
BUTTONS = sa.Table(
    "telegram_buttons",
    METADATA,
    sa.Column("owner", sa.String(64), primary_key=True),
    sa.Column("id", sa.String(24), primary_key=True),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("at", sa.Float, nullable=False, index=True),
)

# Messages on the screen of a chat, so that they can be taken away; `owner` is a pseudonym.
SHOWN = sa.Table(
    "telegram_shown",
    METADATA,
    sa.Column("owner", sa.String(64), primary_key=True),
    sa.Column("message", sa.BigInteger, primary_key=True),
    sa.Column("at", sa.Float, nullable=False, index=True),
)
