"""All targets, in the order in which they run."""

from __future__ import annotations

from tests.fuzz.targets import files, kept, pictures, programs, talks, texts

TARGETS = (
    *texts.TARGETS,
    *talks.TARGETS,
    *pictures.TARGETS,
    *programs.TARGETS,
    *files.TARGETS,
    *kept.TARGETS,
)
