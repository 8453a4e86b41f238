"""Words of jobs and positions, which are no names of people, however they are written: "ADMIN CS ONLINE"."""

from __future__ import annotations

import re
from functools import lru_cache

from actions.screening.tables import table
from knowledge.kinds import DEFAULT_ROOT

_THEME, _ENTITY = "pekerjaan", "pekerjaan"
# In advertisements beside jobs that the assistant need not know.
_POSITIONS = frozenset(
    """cs cso hrd hr gro lc abk prt tki tkw pmi spg spb pic it qc staff staf senior junior leader manager supervisor spv asisten assistant
    operator helper online offline freelance remote part full time customer service live chat telemarketing
    marketing sales talent""".split()
)


@lru_cache(maxsize=1)
def job_words() -> frozenset[str]:
    """Every word of the names of jobs in knowledge/concepts, and words for positions, in small letters."""
    concepts = table(DEFAULT_ROOT, _THEME, "concepts")["concepts"]
    names = (
        name
        for concept in concepts
        if concept.get("entity") == _ENTITY
        for name in (*concept["words"], *concept.get("other_names", ()))
    )
    return _POSITIONS.union(word for name in names for word in re.findall(r"\w+", name.casefold()))
