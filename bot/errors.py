"""Errors that a person can mend; the command line prints their message and nothing else."""

from __future__ import annotations

import errno

_CAUSES = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "hanya bisa dibaca",
    errno.ENOENT: "tidak ada",
    errno.EIO: "disk rusak",
}


class MawasError(Exception):
    """Something is wrong that a person can mend. The message is Indonesian and says how.

    Attributes:
        exit_status: 1 a check found something wrong, 2 wrong use, 3 unreadable input, 4 something needed is missing.
    """

    exit_status = 1


class SettingsError(MawasError):
    """A setting from the environment has no usable value."""

    exit_status = 2


class UnreadableError(MawasError):
    """An input cannot be read; the others are still done."""

    exit_status = 3


class MissingError(MawasError):
    """A model, store or other needed thing is not there."""

    exit_status = 4


class TrainingError(MawasError):
    """Training did not produce a model."""


class ConversationError(MawasError):
    """The assistant could not be started."""


def told_os_error(error: OSError) -> str:
    """What a person reads of a file or folder that cannot be used: which, why, and what to do."""
    cause = _CAUSES.get(error.errno or 0) or error.strerror or type(error).__name__
    place = error.filename or "Berkas tidak bisa ditulis"
    return f"{place}: {cause}.\nSaran: periksa ruang disk, izin folder, dan MAWAS_HOME."
