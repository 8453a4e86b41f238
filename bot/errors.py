"""Errors that a person can mend; the command line prints their message and nothing else."""


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
