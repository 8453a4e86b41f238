"""A role-play goes through the stages in their order, each with a way out and with words that the recruiter really wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.hall import listed, unquoted
from knowledge.yaml_reader import KeyPath

NAME = "roleplay_rounds"
SCOPE = ("roleplay",)

STAGES = ("umpan", "kepercayaan", "biaya", "dokumen", "keberangkatan", "isolasi")
CLAIM = re.compile(
    r"\b(?:visa|paspor|dokumen|kontrak|perjanjian|petugas|imigrasi|KBRI|Kemlu|polisi|BP3MI|Disnaker|desa|(?:ber)?utang|hukum|data|KTP|surat"
    r"|resmi|(?:me)?lapor|bukti|PT|perusahaan|uang|(?:mem)?bayar|bandara|pendampingan|tertulis|izin|denda|diproses)(?:nya)?\b",
    re.IGNORECASE,
)
"""Words with which an effect leaves the invented story: what it says of them holds for everybody, so it rests on a source."""

EITHER_FIRST = frozenset({"biaya", "dokumen"})
"""Two stages that change places in real talks (knowledge/screening/tahap.yml)."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield stages out of order or twice, rounds without a protecting or a tempting answer, quotes that stand nowhere."""
    for document in documents:
        rounds = listed(document.get("rounds"))
        yield from _stages(document, [each.get("stage") for each in rounds])
        for position, round_ in enumerate(rounds):
            path: KeyPath = ("rounds", position)
            answers = listed(round_.get("answers"))
            kinds = {answer.get("protects") for answer in answers}
            if answers and kinds != {True, False}:
                message = "perlu jawaban yang melindungi dan yang belum melindungi."
                tip = "tulis protects: true pada satu jawaban, dan false pada satu yang lain."
                yield document.finding((*path, "answers"), message, tip, NAME)
            for number, answer in enumerate(answers):
                told = CLAIM.search(str(answer.get("effect") or ""))
                if told and not answer.get("sources"):
                    message = f"effect menyebut '{told[0]}' tanpa sumber."
                    tip = "tulis sources, atau ceritakan saja apa yang terjadi pada tokohnya."
                    yield document.finding((*path, "answers", number, "effect"), message, tip, NAME)
            says = round_.get("says")
            said = "\n".join(map(str, says if isinstance(says, list) else ()))
            trick = round_.get("trick")
            flags = trick.get("flags") if isinstance(trick, dict) else None
            for where, words in unquoted(flags, said):
                tip = "salin kata itu dari says babak ini, huruf demi huruf."
                message = f"'{words}' tidak ditulis perekrut di babak ini."
                yield document.finding((*path, "trick", "flags", *where), message, tip, NAME)


def _stages(document: Document, stages: list[Any]) -> Iterator[Finding]:
    before = -1
    for position, stage in enumerate(stages):
        if stage not in STAGES:
            continue  # reported by the schema
        path: KeyPath = ("rounds", position, "stage")
        if stage in stages[:position]:
            message = f"tahap '{stage}' ada dua kali."
            yield document.finding(path, message, "satu babak satu tahap.", NAME)
        place = STAGES.index("biaya" if stage in EITHER_FIRST else stage)
        if place < before:
            tip = f"urutannya: {', '.join(STAGES)}."
            yield document.finding(path, f"tahap '{stage}' terlambat.", tip, NAME)
        before = max(before, place)
