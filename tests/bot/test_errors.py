from __future__ import annotations

import pytest

from bot import errors


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.MawasError, 1),
        (errors.SettingsError, 2),
        (errors.MissingError, 4),
        (errors.TrainingError, 1),
        (errors.ConversationError, 1),
    ],
)
def test_every_error_a_person_can_mend_has_a_status(
    error: type[errors.MawasError], status: int
) -> None:
    assert error("x").exit_status == status
    assert issubclass(error, errors.MawasError)
