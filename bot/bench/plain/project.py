"""The project of plain Rasa: config.yml as `rasa init` writes it, our sentences, our rules, our domain.

What our own components know beyond that is not in it, with two exceptions that a project of Rasa's own would have as well: names of
places are synonyms of their codes, or no answer would find a place; and each rule is there once more as a story, or the policies that
learn from stories would learn nothing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bot.bench.errors import MeasureError
from bot.bench.plain.place import Place
from bot.paths import DOMAIN, KNOWLEDGE, ROOT, SENTENCES

RULES = ROOT / "nlu_data" / "rules"
_FORMAT = "3.1"
_TEMPLATE = "rasa/cli/initial_project/config.yml"


def write(place: Place) -> None:
    """Write the project anew; a model that is there stays.

    Raises:
        MeasureError: the environment has no template of Rasa's.
    """
    data = place.project / "data"
    for folder in (data, place.project / "domain"):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(DOMAIN, place.project / "domain")
    shutil.copytree(SENTENCES, data / "nlu")
    shutil.copytree(RULES, data / "rules")
    _dump(data / "stories.yml", "stories", list(stories(RULES)))
    _dump(data / "synonyms.yml", "nlu", list(synonyms(KNOWLEDGE)))
    template = next(place.environment.glob(f"lib/python3*/site-packages/{_TEMPLATE}"), None)
    if template is None:
        raise MeasureError(
            "Rasa polos tidak lengkap. Saran: hapus folder bench di MAWAS_HOME, lalu ./mawas bench --prepare."
        )
    config = named(template.read_text(encoding="utf-8"))
    (place.project / "config.yml").write_text(config, encoding="utf-8")


def named(template: str) -> str:
    """Rasa's template with a name and our language; pipeline and policies stay empty, which means Rasa's defaults."""
    config = re.sub(r"^assistant_id: .*$", "assistant_id: plain", template, flags=re.MULTILINE)
    return re.sub(r"^language: .*$", "language: id", config, flags=re.MULTILINE)


def with_epochs(config: dict[str, Any], epochs: int) -> dict[str, Any]:
    """A config in which everything that learns in epochs learns in so many.

    Args:
        config: Rasa's own defaults, spelled out.
        epochs: for all.
    """
    return {
        **config,
        **{
            part: [{**row, "epochs": epochs} if "epochs" in row else row for row in config[part]]
            for part in ("pipeline", "policies")
        },
    }


def stories(rules: Path) -> Iterator[dict[str, Any]]:
    """Each rule as a story."""
    for file in sorted(rules.glob("*.yml")):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]:
            yield {"story": f"story of {rule['rule']}", "steps": rule["steps"]}


def synonyms(knowledge: Path) -> Iterator[dict[str, str]]:
    """Names of countries as their codes, names of provinces and their districts as the official name."""
    for file in sorted((knowledge / "countries").glob("*.yml")):
        row = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield from _synonym(row["country"], [row["name"], *row.get("aliases", ())])
    for file in sorted((knowledge / "provinces").glob("*.yml")):
        row = yaml.safe_load(file.read_text(encoding="utf-8"))
        names = list(row.get("aliases", ()))
        for district in row.get("districts", ()):
            names += [district["name"], *district.get("aliases", ())]
        yield from _synonym(row["name"], names)


def _synonym(value: str, names: list[str]) -> Iterator[dict[str, str]]:
    listed = "".join(f"- {name}\n" for name in dict.fromkeys(names) if name and name != value)
    if listed:
        yield {"synonym": value, "examples": listed}


def _dump(file: Path, key: str, rows: list[dict[str, Any]]) -> None:
    text = yaml.safe_dump({"version": _FORMAT, key: rows}, allow_unicode=True, sort_keys=False)
    file.write_text(text, encoding="utf-8")
