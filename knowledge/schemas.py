"""The JSON Schemas: loaded once a kind, compiled to a validator, errors told in Indonesian."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from knowledge.accept import Predicate, compile_schema
from knowledge.findings import did_you_mean
from knowledge.kinds import SCHEMA_FOLDER
from knowledge.yaml_reader import KeyPath

if TYPE_CHECKING:
    from jsonschema import Draft7Validator

SchemaError = tuple[KeyPath, str, str]
"""Path of the field at fault, message, tip."""

_TYPE_WORDS = {
    "string": "teks dalam tanda kutip",
    "integer": "bilangan bulat tanpa tanda kutip",
    "number": "bilangan tanpa tanda kutip dan tanpa titik ribuan",
    "boolean": "true atau false tanpa tanda kutip",
    "array": "daftar",
    "object": "bagian dengan kunci dan isi",
    "null": "null",
}


@cache
def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind."""
    content: dict[str, Any] = json.loads(
        (SCHEMA_FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8")
    )
    return content


@cache
def scalar_types(kind: str) -> Mapping[tuple[str, ...], frozenset[str]]:
    """Return path (list positions as `*`) -> JSON types, for every field that is not a string."""
    return dict(_scalar_types(schema(kind), ()))


def _scalar_types(
    node: dict[str, Any], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    types = node.get("type", ())
    names = frozenset([types] if isinstance(types, str) else types)
    if names & {"integer", "number", "boolean"}:
        yield path, names
    for key, child in node.get("properties", {}).items():
        yield from _scalar_types(child, (*path, key))
    if "items" in node:
        yield from _scalar_types(node["items"], (*path, "*"))


@cache
def _accepts(kind: str) -> Predicate:
    return compile_schema(schema(kind))


@cache
def _validator(kind: str) -> Draft7Validator:
    from jsonschema import Draft7Validator, FormatChecker  # slow: only for what is wrong

    return Draft7Validator(schema(kind), format_checker=FormatChecker(["date"]))


def schema_errors(kind: str, data: Any) -> Iterator[SchemaError]:
    """Yield everything in `data` that does not fit the schema of `kind`."""
    if _accepts(kind)(data):
        return
    for error in _validator(kind).iter_errors(data):
        yield from _explain(error, tuple(error.absolute_path))


def _explain(error: Any, path: KeyPath) -> Iterator[SchemaError]:
    """Yield one message a fault of a jsonschema ValidationError; each unknown key is one."""
    rule, value, limit = error.validator, error.instance, error.validator_value
    if rule == "required":
        # jsonschema reports one error a missing key; the name stands only in its message.
        missing = next(key for key in limit if error.message.startswith(f"{key!r} "))
        yield path, f"kunci '{missing}' tidak ada.", f"tambahkan '{missing}:' seperti di templat."
    elif rule == "additionalProperties":
        known = error.schema["properties"]
        free = set(known) - set(value)
        for key in value:
            if key not in known:
                tip = did_you_mean(key, free, "hapus, atau lihat templat.")
                yield (*path, key), f"kunci '{key}' tidak dikenal.", tip
    else:
        yield path, *_value_error(str(rule), value, limit)


def _value_error(rule: str, value: Any, limit: Any) -> tuple[str, str]:
    """Return message and tip for a value that breaks the keyword `rule` of its schema."""
    if rule == "type":
        words = [_TYPE_WORDS[name] for name in ([limit] if isinstance(limit, str) else limit)]
        return f"isi {_show(value)} salah jenis.", f"tulis {' atau '.join(words)}."
    if rule == "enum":
        names = [str(name) for name in limit if name is not None]
        choices = f"pilih salah satu: {', '.join(names)}."
        return f"isi {_show(value)} tidak dikenal.", did_you_mean(str(value), names, choices)
    if rule == "maxLength":
        return (
            f"terlalu panjang: {len(value)} huruf, paling panjang {limit}.",
            f"kurangi {len(value) - limit} huruf.",
        )
    if rule == "minLength":
        return "isinya kosong.", "isi, atau hapus kunci ini bila boleh tidak ada."
    if rule == "minItems":
        return f"hanya {len(value)} butir, paling sedikit {limit}.", "tambah butirnya."
    if rule == "maxItems":
        return f"ada {len(value)} butir, paling banyak {limit}.", "kurangi butirnya."
    if rule == "uniqueItems":
        return "ada butir yang ditulis dua kali.", "hapus yang kembar."
    if rule in ("minimum", "maximum"):
        return f"bilangan {value} di luar batas {limit}.", "periksa lagi angkanya."
    if rule == "format":
        return f"tanggal {_show(value)} tidak ada di kalender.", "periksa hari dan bulannya."
    if rule == "pattern":
        return f"bentuk {_show(value)} salah.", _pattern_tip(str(limit))
    return f"isi {_show(value)} tidak sesuai aturan {rule}.", "bandingkan dengan templat."


def _pattern_tip(pattern: str) -> str:
    """Return how a value of this pattern is written, told by what the pattern accepts."""
    examples = {
        "kata kecil": "tulis dengan huruf kecil semua, tanpa angka.",
        "contoh_id": "pakai huruf kecil, angka, dan garis bawah saja.",
        "sas": "pakai kode bahasa dua atau tiga huruf kecil, misalnya sas.",
        "kh": 'pakai kode negara dua huruf kecil, misalnya "kh".',
        "KH": 'pakai kode negara dua huruf besar, misalnya "KH".',
        "TWD": "pakai kode mata uang tiga huruf besar, misalnya TWD.",
        "53": 'pakai kode dua angka dalam tanda kutip, misalnya "53".',
        "2026-11-21": 'tulis tanggal seperti "2026-11-21".',
        "https://contoh.go.id": "tulis alamat lengkap yang diawali https://.",
    }
    for example, tip in examples.items():
        if re.search(pattern, example):
            return tip
    return "bandingkan dengan templat."


def _show(value: Any) -> str:
    text = "null" if value is None else str(value)
    return f"'{text[:40]}…'" if len(text) > 40 else f"'{text}'"
