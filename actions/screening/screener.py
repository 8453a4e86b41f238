"""The one door to screening: a text in, a verdict with evidence out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from actions.language.pipeline import indonesian
from actions.screening.derived import DerivedRules
from actions.screening.detector import FlagDetector
from actions.screening.kinds import KindDetector
from actions.screening.missing import MissingRules, missing_in
from actions.screening.model import LOW, NO_OFFER, Screening
from actions.screening.opening import open_text
from actions.screening.pay_choice import PayChoice
from actions.screening.reading import Reading, read
from actions.screening.risk import RiskRules, risk_of
from actions.screening.stages import StageRules, stage_of
from knowledge.load import load as load_knowledge

LEXICON_FILE, FLAGS_FOLDER, KINDS_FOLDER, PAY_FILE = "lexicon.json", "flags", "kinds", "pay.json"
# A text is cut here: nobody pastes a longer offer, and each character costs time.
LONGEST = 20_000


@dataclass(frozen=True)
class Screener:
    """Everything that screening needs, read once."""

    nlp: Language
    pay: PayChoice
    flags: FlagDetector
    kinds: KindDetector
    risk: RiskRules
    missing: MissingRules
    stages: StageRules

    @classmethod
    def load(cls, folder: Path, knowledge: Path) -> Screener:
        """Read what actions.screening.build.build made.

        Args:
            folder: where it was made.
            knowledge: the knowledge folder.

        Raises:
            FileNotFoundError: nothing was made yet.
        """
        records = load_knowledge(knowledge).knowledge
        rules = DerivedRules.load(knowledge, records.destinations.values())
        return cls(
            nlp=indonesian((folder / LEXICON_FILE).read_text(encoding="utf-8")),
            pay=PayChoice.load(folder / PAY_FILE),
            flags=FlagDetector.load(folder / FLAGS_FOLDER, records.red_flags.values(), rules),
            kinds=KindDetector.load(folder / KINDS_FOLDER),
            risk=RiskRules.load(knowledge),
            missing=MissingRules.load(knowledge),
            stages=StageRules.load(knowledge),
        )

    def read(self, text: str) -> Reading:
        """Read a text as screening does."""
        return read(self.nlp, text[:LONGEST])

    def screen(self, text: str) -> Screening:
        """Screen a text; never raises for any text.

        Args:
            text: what somebody pasted, as it is.
        """
        shown = text[:LONGEST]
        opened = open_text(self.nlp, shown).with_pay(self.pay)
        reading, facts = opened.reading, opened.facts
        if not reading.norms:
            return Screening(text, NO_OFFER, 0, (), facts)
        seen = self.flags.see(opened)
        if not self.kinds.is_offer(seen.whole):
            return Screening(text, NO_OFFER, 0, (), facts, hints=self.flags.hints(seen))
        flags = self.flags.raised(self.flags.look(seen))
        risk, score = risk_of(
            self.risk, {flag.id: flag.severity for flag in flags}, is_traceable=bool(facts.licence)
        )
        return Screening(
            text=text,
            risk=risk,
            score=score,
            flags=flags,
            facts=facts,
            missing=missing_in(reading, facts, self.missing),
            # A genuine recruiter also asks for papers and names a day of departure.
            stage=None if risk == LOW else stage_of(reading, opened.bubbles, self.stages),
        )
