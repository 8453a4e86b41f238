"""The rules, one per file. A rule has a NAME, a SCOPE (kinds of record) and a `check`.

To add one: write the file, list it here, write `tests/knowledge/rules/test_<rule>.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from knowledge.rules import (
    catalogue_complete,
    channel_roles,
    check_items,
    concept_words,
    contact_shapes,
    country_aliases,
    dates,
    every_claim_has_source,
    forbidden_address,
    id_matches_file,
    invented_chats,
    mission_places,
    name_words,
    no_contacts_in_text,
    no_promises,
    no_unverified,
    one_per_country,
    phone_numbers,
    readability,
    red_flag_phrases,
    references_resolve,
    review_overdue,
    roleplay_rounds,
    scene_steps,
    schema,
    screening_figures,
    screening_tables,
    titles,
    unicode,
    unused_records,
    withdrawn_numbers,
)

if TYPE_CHECKING:
    from knowledge.corpus import Corpus
    from knowledge.document import Document
    from knowledge.findings import Finding


class Rule(Protocol):
    """What a rule module offers.

    `check` gets the records of the kinds in `SCOPE`, and the whole folder to look things up in.
    It must bear records that break their schema: those are reported by the rule `schema`.
    """

    @property
    def NAME(self) -> str:
        """Name, as printed in brackets and used in `exceptions.yml`."""

    @property
    def SCOPE(self) -> tuple[str, ...]:
        """Kinds of record that `check` gets."""

    def check(self, documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
        """Yield every finding of this rule."""


RULES: tuple[Rule, ...] = (
    schema,
    id_matches_file,
    catalogue_complete,
    references_resolve,
    unused_records,
    every_claim_has_source,
    dates,
    review_overdue,
    phone_numbers,
    contact_shapes,
    channel_roles,
    withdrawn_numbers,
    readability,
    no_contacts_in_text,
    no_unverified,
    no_promises,
    forbidden_address,
    unicode,
    titles,
    red_flag_phrases,
    country_aliases,
    mission_places,
    one_per_country,
    concept_words,
    name_words,
    screening_tables,
    screening_figures,
    scene_steps,
    roleplay_rounds,
    check_items,
    invented_chats,
)
"""Every rule that `mawas knowledge check` runs. Stale exceptions: see `knowledge.exceptions`."""
