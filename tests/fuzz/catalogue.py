"""All targets, in the order in which they run."""

from __future__ import annotations

from tests.fuzz.targets import files, kept, page, pictures, programs, talks, texts

TARGETS = (
    *texts.TARGETS,
    *talks.TARGETS,
    *pictures.TARGETS,
    *programs.TARGETS,
    *page.TARGETS,
    *files.TARGETS,
    *kept.TARGETS,
)
