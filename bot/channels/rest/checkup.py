"""What `mawas doctor` says of `mawas serve`: read from settings, nothing is asked."""

from __future__ import annotations

from collections.abc import Iterator

from bot.addresses import is_loopback
from bot.diagnosis import Diagnosis
from bot.settings import Settings


def diagnoses(settings: Settings) -> Iterator[Diagnosis]:
    """Where programs ask, and who may see conversations."""
    host, port = settings.serve.listen
    state = f"{host}:{port}"
    if settings.serve.token:
        state += ", alamat Rasa terbuka dengan MAWAS_API_TOKEN"
    if is_loopback(host):
        yield Diagnosis("mawas serve", f"{state}, hanya dari komputer ini")
        return
    # Behind a proxy in a container that is right, so it is nothing that has to be mended.
    yield Diagnosis(
        "mawas serve", f"{state}, juga dari komputer lain: taruh proxy https di depannya"
    )
