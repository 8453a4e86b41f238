"""What is said when an answer failed."""

from __future__ import annotations

from actions.dates import today
from actions.render.channels import channel_text
from actions.render.contacts import NATIONAL_HOTLINE
from bot import phrases
from bot.messages import Reply
from knowledge.store import Store


def trouble_reply(store: Store) -> Reply:
    """Whom to call without us; made beforehand, so that it does not depend on what failed."""
    hotline = store.channel(NATIONAL_HOTLINE)
    contact = f"\n\n{channel_text(hotline, today())}" if hotline else ""
    return Reply(phrases.TROUBLE + contact)
