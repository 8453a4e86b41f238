from __future__ import annotations

from bot import paths


def test_every_path_exists_and_is_inside_the_project() -> None:
    for path in (paths.KNOWLEDGE, paths.CONFIG, paths.DOMAIN, *paths.TRAINING_DATA):
        assert path.exists()
        assert path.is_relative_to(paths.ROOT)


def test_the_domain_is_not_part_of_the_training_data() -> None:
    for folder in paths.TRAINING_DATA:
        assert not paths.DOMAIN.is_relative_to(folder)
