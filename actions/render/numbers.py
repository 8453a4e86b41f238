"""Telephone numbers as phones make them tappable: in groups, with the country code where the number has one."""

from functools import cache

from knowledge.model import Contact
from knowledge.numbers import PHONE_TYPES


def dialled(contact: Contact) -> str:
    """The value of a contact as it is shown: "+62 812-9007-0027"; short codes, national numbers and addresses as they are."""
    if contact.type not in PHONE_TYPES or not contact.value.startswith("+"):
        return contact.value
    return _grouped(contact.value)


@cache
def _grouped(value: str) -> str:
    import phonenumbers  # 0.1 s to import

    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
