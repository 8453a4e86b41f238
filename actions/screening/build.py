"""Trains screening and writes it into a folder: lexicon, scorers, how the views add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from spacy.language import Language

from actions.language.compiled import compiled
from actions.language.lexicon import rows
from actions.language.pipeline import indonesian
from actions.screening.derived import DerivedRules
from actions.screening.detector import FlagDetector, see
from actions.screening.kinds import OFFER, KindDetector
from actions.screening.labelled import pasted, pays, sentences, texts
from actions.screening.labelled_offers import Pay, offers
from actions.screening.opening import Opened, open_text
from actions.screening.pay_choice import PayChoice
from actions.screening.pay_teaching import pay_examples
from actions.screening.pay_training import fit_pay
from actions.screening.phrases import PhraseRules, said_flags
from actions.screening.reading import read
from actions.screening.screener import FLAGS_FOLDER, KINDS_FOLDER, LEXICON_FILE, PAY_FILE
from actions.screening.teaching import (
    Lesson,
    piece_examples,
    unseen_clues,
    unseen_margins,
    whole_labels,
)
from actions.screening.thresholds import needed_to_keep
from actions.screening.training import (
    Example,
    fit_kinds,
    fit_weighing,
    learn_pieces,
    learn_wholes,
)
from actions.screening.vectors import Counts
from actions.screening.windows import features_in
from knowledge.load import load

STEPS = 4
# Log odds from which on a flag is raised: chosen on the open half, trained on some authors and tried on others (docs/screening.md).
NEEDED = -0.45
# Of a hundred scams of the open half so many may be taken for something else, when trained on other authors.
LOST_SCAMS = 0.01

Progress = Callable[[str, int, int], None]


def build(knowledge: Path, data: Path, folder: Path, progress: Progress = lambda *_: None) -> None:
    """Train on everything that is labelled.

    Args:
        knowledge: the knowledge folder.
        data: nlu_data.
        folder: where the result goes; made if it is not there.
        progress: told what is being done, how much is done, and of how much.
    """
    records = load(knowledge).knowledge
    red_flags = list(records.red_flags.values())
    labels = sorted(records.red_flags)
    folder.mkdir(parents=True, exist_ok=True)
    progress("kamus", 0, STEPS)
    lexicon = compiled(rows(knowledge, data / "nlu"))
    (folder / LEXICON_FILE).write_text(lexicon, encoding="utf-8")
    nlp = indonesian(lexicon)
    phrases = PhraseRules.of(red_flags)
    rules = DerivedRules.load(knowledge, records.destinations.values())

    progress("membaca contoh", 1, STEPS)
    examples = [
        Example(counts, each.flags)
        for each in sentences(data / "offers", red_flags)
        if (counts := _sentence_features(nlp, phrases, each.text))
    ]
    labelled = offers(data / "offers" / "labelled")
    known_kinds = [
        *texts(data / "offers"),
        *((text, True) for text in pasted(data / "nlu")),
    ]
    texts_read = {each.text for each in labelled} | {text for text, _ in known_kinds}
    unpaid = {text: open_text(nlp, text) for text in sorted(texts_read)}
    pay = teach_pay(unpaid, pays(data / "offers"))
    pay.save(folder / PAY_FILE)
    opened = {text: each.with_pay(pay) for text, each in unpaid.items()}
    lessons = [Lesson(offer, see(phrases, rules, opened[offer.text])) for offer in labelled]
    kinds = [(see(phrases, rules, opened[text]).whole, is_offer) for text, is_offer in known_kinds]

    progress("melatih tanda bahaya", 2, STEPS)
    real = [each for each in lessons if each.is_offer]
    pieces = learn_pieces([*examples, *piece_examples(real)], labels)
    whole = learn_wholes([each.whole() for each in real], whole_labels(labels))
    clues = unseen_clues(pieces, whole, real, labels)
    genuine = [each.is_genuine for each in real]
    weighing = fit_weighing(clues, whole.examples, genuine, labels, NEEDED)
    FlagDetector(
        phrases,
        rules,
        pieces.scorer,
        whole.scorer,
        weighing,
        {flag.id: flag.severity for flag in red_flags},
    ).save(folder / FLAGS_FOLDER)

    progress("melatih pengenal tawaran", 3, STEPS)
    needed = needed_to_keep(unseen_margins(kinds, lessons), LOST_SCAMS)
    known = [*kinds, *((each.seen.whole, each.is_offer) for each in lessons)]
    KindDetector(fit_kinds(known, OFFER), needed).save(folder / KINDS_FOLDER)
    progress("selesai", STEPS, STEPS)


def teach_pay(opened: Mapping[str, Opened], labels: Sequence[tuple[str, Pay | None]]) -> PayChoice:
    """What tells the pay from other sums.

    Args:
        opened: the texts, opened.
        labels: some of them, each with what it pays.

    Raises:
        KeyError: a text was not opened.
        ValueError: no text has both pay and other sums.
    """
    return fit_pay(pay_examples((opened[text].sums, pay) for text, pay in labels))


def _sentence_features(nlp: Language, phrases: PhraseRules, text: str) -> Counts:
    reading = read(nlp, text)
    if not reading.norms:
        return Counts()
    return features_in(reading, 0, len(reading.norms), said_flags(phrases, reading))
