"""What may be answered to a question of the quiz. Apart from the actions, so that a page that needs no Rasa can use it."""

from __future__ import annotations

# Per kind of question; the value is also the button's title. Nobody can see from a text that an offer is genuine: it can be checked.
ANSWERS = {"benar_salah": ("benar", "salah"), "asli_atau_tipu": ("asli", "tipu", "perlu_dicek")}
TITLES = {
    "benar": "Benar",
    "salah": "Salah",
    "asli": "Jalurnya bisa dicek",
    "tipu": "Tipu",
    "perlu_dicek": "Belum jelas",
}
# What an answer does not mean.
CAUTIONS = {"asli": "Bukan jaminan."}
