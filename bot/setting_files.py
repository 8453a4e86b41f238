"""Settings whose values stand in files, as containers and systemd hand secrets over: NAME_FILE beside NAME."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.errors import SettingsError

_SUFFIX = "_FILE"
# Longer than any setting.
_MOST_CHARACTERS = 10_000


def with_files(environment: Mapping[str, str], names: Iterable[str]) -> Mapping[str, str]:
    """The environment with the values that stand in files; white space around them is left out.

    Args:
        environment: names and values; an empty value is none.
        names: of the settings.

    Raises:
        SettingsError: a file cannot be read, or a setting is given twice; the message quotes no value.
    """
    found = {}
    for name in names:
        path = environment.get(name + _SUFFIX)
        if not path:
            continue
        if environment.get(name):
            raise SettingsError(
                f"{name} dan {name}{_SUFFIX} sama-sama diisi. Saran: kosongkan salah satu."
            )
        try:
            with Path(path).open(encoding="utf-8") as file:
                found[name] = file.read(_MOST_CHARACTERS).strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"{name}{_SUFFIX}={path} tidak bisa dibaca ({type(error).__name__})."
                " Saran: periksa nama dan izin berkas itu."
            ) from error
    return {**environment, **found} if found else environment
