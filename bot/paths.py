"""Where the parts of the project stand, relative to this file. Nothing is read here."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KNOWLEDGE = ROOT / "knowledge"
CONFIG = ROOT / "config.yml"
DOMAIN = ROOT / "nlu_data" / "domain"
# Domain files stay out of the training data: a file with `responses` would count as training data too.
SENTENCES = ROOT / "nlu_data" / "nlu"
# Messages that only resemble a cry for help, for what notices danger.
CALM_TEXTS = ROOT / "nlu_data" / "danger"
TRAINING_DATA = (SENTENCES, ROOT / "nlu_data" / "rules")
# Messages that nobody trains on, for `mawas eval` and for tests.
UNSEEN = ROOT / "tests"
UNSEEN_DANGERS = UNSEEN / "danger"
# Labelled offers: the open half, and the one that is kept apart.
LABELLED_OFFERS = ROOT / "nlu_data" / "offers" / "labelled"
UNSEEN_OFFERS = UNSEEN / "offers"
