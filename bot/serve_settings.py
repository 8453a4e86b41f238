"""Settings of `mawas serve`, as the environment names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.addresses import host_and_port
from bot.errors import SettingsError

# Rasa's own port.
LISTEN = ("127.0.0.1", 5005)
_SHORTEST_TOKEN = 16


@dataclass(frozen=True)
class ServeSettings:
    """Where programs ask, and what lets them see more than answers.

    Attributes:
        listen: host and port.
        token: word that lets a program use Rasa's endpoints about model and conversations; None where nobody may.
    """

    listen: tuple[str, int] = LISTEN
    token: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> ServeSettings:
        """Read the settings.

        Raises:
            SettingsError: a value cannot be used; the message quotes no secret.
        """
        token = (environment.get("MAWAS_API_TOKEN") or "").strip() or None
        if token and (len(token) < _SHORTEST_TOKEN or not token.isascii()):
            raise SettingsError(
                f"MAWAS_API_TOKEN tidak bisa dipakai. Saran: sedikitnya {_SHORTEST_TOKEN} huruf, angka, atau tanda ASCII."
            )
        name = "MAWAS_SERVE_LISTEN"
        return cls(host_and_port(name, environment.get(name), LISTEN), token)
