"""The facilitator's guide names what is there: sources, channels, screens, keys, messages."""

from __future__ import annotations

import re

import yaml

from bot.paths import KNOWLEDGE, ROOT

GUIDE = (ROOT / "docs" / "panduan-fasilitator.md").read_text(encoding="utf-8")
STATIC = ROOT / "bot" / "demo" / "static" / "js"


def _records(kind: str) -> set[str]:
    return {path.stem for path in (KNOWLEDGE / kind).glob("*.yml")}


def test_every_source_and_channel_exists() -> None:
    named = set(re.findall(r"`([a-z0-9]+_[a-z0-9_]+)`", GUIDE))
    assert len(named) > 30
    assert sorted(named - _records("sources") - _records("channels")) == []


def test_no_number_can_go_stale_here() -> None:
    text = re.sub(r"`[^`]*`", "", GUIDE)
    assert re.findall(r"\+?\d[\d\s-]{6,}\d", text) == []


def test_what_it_says_about_helping_has_a_source_in_each_step() -> None:
    chapter = GUIDE.split("## 6. ")[1].split("\n## ")[0]
    steps = re.findall(r"^\d\. .+$", chapter, re.MULTILINE)
    assert len(steps) == 6
    # The first is about the page itself.
    assert [step for step in steps[1:] if "Sumber: `" not in step] == []
    rows = [line for line in chapter.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 7
    assert [row for row in rows if not re.search(r"(Sumber|Kanal): `", row)] == []


def test_every_answer_to_a_difficult_question_about_facts_has_a_source() -> None:
    chapter = GUIDE.split("## 5. ")[1].split("\n## ")[0]
    answers = [part for part in chapter.split("\n\n") if part.startswith('**"')]
    without = [answer for answer in answers if "Sumber: `" not in answer]
    # Only the one that sends people to the chat and to an office.
    assert len(answers) == 9
    assert [answer.split("**")[1] for answer in without] == [
        '"Negara X boleh atau tidak? Gajinya berapa?"'
    ]


def test_scenes_and_quizzes_of_the_plans_exist() -> None:
    titles = {
        yaml.safe_load(path.read_text(encoding="utf-8"))["title"]
        for kind in ("scenes", "roleplays", "checks")
        for path in (KNOWLEDGE / kind).glob("*.yml")
    }
    plans = GUIDE.split("## 2. ")[1].split("\n## 4. ")[0]
    named = {
        " ".join(name.split())
        for name in re.findall(r"(?:adegan|peran|pakai) \*\*([^*]+)\*\*", plans)
    }
    checks = set(re.findall(r"\*\*Cek (?:sebelum|sesudah): ([^*]+)\*\*", plans))
    assert named
    assert sorted((named | checks) - titles) == []


def test_every_key_is_one_of_the_page() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))
    table = GUIDE.split("### Tombol")[1].split("\n\n")[1]
    keys = re.findall(r"^\| `([A-Z?]|Esc)`", table, re.MULTILINE)
    assert len(keys) == 6
    for key in keys:
        name = "Escape" if key == "Esc" else key.lower()
        assert f'keys: ["{name}"]' in code, key


def test_the_messages_of_trouble_are_those_of_the_program() -> None:
    chapter = GUIDE.split("## 7. ")[1]
    told = re.findall(r'^\| "([^"]+)"', chapter, re.MULTILINE)
    places = [ROOT / "mawas", *(ROOT / "bot").rglob("*.py"), *STATIC.glob("*.js")]
    code = "".join(path.read_text(encoding="utf-8") for path in places)
    assert len(told) == 5
    assert [words for words in told if words not in code] == []
