"""Cleans what the reader made of a line: forms of letters that no Indonesian keyboard has."""

from __future__ import annotations

import re
import unicodedata

# U+FF01 to U+FF5E are the ASCII signs in full width.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = _FULL_WIDTH | {
    ord("。"): ".",
    ord("、"): ",",
    ord("【"): "[",
    ord("】"): "]",
    ord("～"): "~",
    ord("￥"): "¥",
}
_SPACES = re.compile(r"\s+")
# Invisible signs and control characters.
_UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs"}
# A lone ideograph before Latin words is a tick box or an icon.
_ICON = re.compile(r"^[\u3000-\u303f\u4e00-\u9fff□■○●◆◇☐☑✓✔√·•]\s*(?=[A-Za-z0-9])")
_LETTER = re.compile(r"\w")


def cleaned(text: str) -> str:
    """Ordinary signs and single spaces; empty when there is neither letter nor digit."""
    text = text.translate(_SIGNS)
    text = "".join(
        " " if sign.isspace() else sign
        for sign in text
        if sign.isspace() or unicodedata.category(sign) not in _UNSEEN
    )
    text = _SPACES.sub(" ", text).strip()
    text = _ICON.sub("• ", text)
    return text if _LETTER.search(text) else ""
