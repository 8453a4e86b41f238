"""Every number that a user may dial is a possible number of the country of its channel.

A number with `+` must be valid there. One without is a short or national number and must be
possible there, because the metadata of the phonenumbers library knows few short numbers by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.numbers import PHONE_TYPES, contacts

NAME = "phone_numbers"
SCOPE = ("channel",)


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield channels of unknown countries and numbers that cannot belong to their country."""
    import phonenumbers  # 0.1 s to import: only when there is something to check

    for document in documents:
        country = document.get("country")
        if not isinstance(country, str):
            continue
        if country not in phonenumbers.SUPPORTED_REGIONS:
            message = f"kode negara '{country}' tidak dikenal."
            tip = 'pakai kode ISO dua huruf besar, misalnya "ID".'
            yield document.finding(("country",), message, tip, NAME, value=country)
            continue
        for path, contact in contacts(document, PHONE_TYPES):
            fault = _fault(contact["value"], country)
            if fault:
                yield document.finding(
                    (*path, "value"), fault[0], fault[1], NAME, value=contact["value"]
                )


def _fault(value: str, country: str) -> tuple[str, str] | None:
    """Return message and tip when `value` cannot be dialled in or from `country`."""
    import phonenumbers
    from phonenumbers import shortnumberinfo

    if any(mark not in "+0123456789" for mark in value):
        return f"nomor '{value}' memuat tanda lain.", "value hanya angka dan +; spasi di display."
    try:
        number = phonenumbers.parse(value, country)
    except phonenumbers.NumberParseException:
        return f"nomor '{value}' tidak terbaca.", 'tulis angka lengkap, misalnya "+62212345678".'
    if phonenumbers.is_valid_number_for_region(number, country):
        return None
    if not value.startswith("+"):
        if shortnumberinfo.is_possible_short_number_for_region(number, country):
            return None
        tip = "periksa angkanya; bila benar, tambahkan ke exceptions.yml dengan alasannya."
        return f"nomor '{value}' bukan nomor yang mungkin di {country}.", tip
    region = phonenumbers.region_code_for_number(number)
    if region and phonenumbers.is_valid_number(number):
        tip = f"periksa country; bila memang nomor {region}, catat di exceptions.yml."
        return f"nomor '{value}' milik {region}, bukan {country}.", tip
    return f"nomor '{value}' tidak sah.", "hitung lagi angkanya; cocokkan ke sumber."
