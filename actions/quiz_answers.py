"""What may be answered to a question of the quiz. Apart from the actions, so that a page that needs no Rasa can use it."""

from __future__ import annotations

# Per kind of question; the value is also the button's title.
ANSWERS = {"benar_salah": ("benar", "salah"), "asli_atau_tipu": ("asli", "tipu", "perlu_dicek")}
TITLES = {
    "benar": "Benar",
    "salah": "Salah",
    "asli": "Asli",
    "tipu": "Tipu",
    "perlu_dicek": "Perlu dicek",
}
