"""The commands about what is kept: `mawas forget`, `mawas backup`, `mawas restore`."""

from __future__ import annotations

from typing import Any

from bot.keeping import backup_command, forget_command


def add_to(commands: Any) -> None:
    """Add the commands.

    Args:
        commands: the sub-parsers of `mawas`.
    """
    forget_command.add_to(commands)
    backup_command.add_to(commands)
