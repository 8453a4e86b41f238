"""Pictograms as lines on a grid of 24 by 24, drawn with a round pen; each is a path as SVG writes it, and all are our own."""

from __future__ import annotations

GRID = 24.0
PEN = 1.7
"""Width of the pen on that grid."""

_BOOKLET = "M6 2.5h10a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H6z"
_SHEET = "M6 3h8l4 4v14H6z M14 3v4h4"

PICTURES = {
    # Somebody, and a question.
    "orang": "M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0 M2.5 20.5c0-4.2 2.8-6.5 6.5-6.5s6.5 2.3 6.5 6.5"
    " M17 6.5a2.3 2.3 0 1 1 3.2 2.1c-.7.4-.9.8-.9 1.7 M19.3 13.2v.1",
    # A place on a map.
    "peta": "M12 21.5c4.6-5 6.8-8.6 6.8-11.6a6.8 6.8 0 0 0-13.6 0c0 3 2.2 6.6 6.8 11.6z M12 6.7v4 M12 13.6v.1",
    # A banknote that goes out of the hand.
    "uang": "M3 5h18v10H3z M9.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0 M5.8 10h.1 M18.1 10h.1"
    " M12 22v-4 M9.7 19.7l2.3 2.3l2.3-2.3",
    # A traveller's case.
    "koper": "M5 8h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 8z"
    " M9 8V5.5A1.5 1.5 0 0 1 10.5 4h3A1.5 1.5 0 0 1 15 5.5V8 M8 8v12 M16 8v12",
    # Words that must not be said.
    "diam": "M4.5 4h15A1.5 1.5 0 0 1 21 5.5v10a1.5 1.5 0 0 1-1.5 1.5H12l-5 4v-4H4.5A1.5 1.5 0 0 1 3 15.5v-10A1.5 1.5 0 0 1 4.5 4z"
    " M9.3 7.8l5.4 5.4 M14.7 7.8l-5.4 5.4",
    # A ball on a chain.
    "rantai": "M9 15.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0 M12.5 15.5a2.5 2.5 0 0 1 2.5-2.5 M10.8 11.3L9.3 9.8"
    " M2.7 5.3a1.8 1.8 0 0 1 2.6-2.6l4.5 4.5a1.8 1.8 0 0 1-2.6 2.6z M5 5l2.5 2.5",
    # A passport with a lock on it.
    "paspor": "M10 21.5H4.5v-19H15a2 2 0 0 1 2 2V8 M7.3 7.5a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0"
    " M12.5 14.5h9v7h-9z M14.5 14.5v-1.7a2.5 2.5 0 0 1 5 0v1.7",
    # An office with a counter.
    "kantor": "M3 21h18 M4.5 9.5h15 M12 3l8 6.5H4z M6.5 9.5V21 M17.5 9.5V21 M10 21v-7h4v7",
    "daftar": f"{_SHEET} M9 11.5h6 M9 14.5h6 M9 17.5h3.5",
    # Looking closely.
    "kaca": "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0 M15.2 15.2l5.8 5.8 M7.8 10.7l2 2l3.5-3.8",
    # A heart, and the cross of a clinic.
    "sehat": "M12 20.5C6 16.2 3 13 3 9.2A4.7 4.7 0 0 1 12 7.5a4.7 4.7 0 0 1 9 1.7c0 3.8-3 7-9 11.3z"
    " M12 10v5.5 M9.2 12.7h5.6",
    # A sheet that is signed.
    "kontrak": "M17 12V7l-4-4H5v18h6 M8 9h5 M8 12.5h4 M13.5 20.8l.6-2.9l5.6-5.6l2.3 2.3l-5.6 5.6z",
    "perisai": "M12 2.8l8 2.7v5.7c0 4.8-3.2 8.2-8 10c-4.8-1.8-8-5.2-8-10V5.5z M8.5 12l2.5 2.5l4.7-5",
    # Seen from above.
    "pesawat": "M12 2.5c1 0 1.6 1.1 1.6 2.6v4.4l7.4 4.5v2.2l-7.4-2.3v4l2.3 1.8v1.8L12 20.3l-3.9 1.2v-1.8l2.3-1.8v-4L3 16.2V14"
    "l7.4-4.5V5.1c0-1.5.6-2.6 1.6-2.6z",
    "bendera": "M5.5 21.5v-19 M5.5 4c4-2 7 2 13 0v9c-6 2-9-2-13 0 M5.5 8.5c4-2 7 2 13 0",
    # What hangs over the line is cut.
    "gunting": "M3.5 6.5a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0 M3.5 17.5a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0"
    " M8.6 8.2L20.5 17.5 M8.6 15.8L20.5 6.5",
    # Two halves of a card.
    "lipat": "M12 6.5v14 M12 6.5L4 3.5v14l8 3 M12 6.5l8-3v14l-8 3",
    "keluarga": "M4.5 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0 M2 20v-2.5c0-3 2-5 5.5-5 M13.5 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0"
    " M22 20v-2.5c0-3-2-5-5.5-5 M10 15.3a2 2 0 1 0 4 0a2 2 0 1 0-4 0 M8 21.5c0-2.3 1.6-3.6 4-3.6s4 1.3 4 3.6",
    # A message, written or spoken.
    "pesan": "M4.5 4h15A1.5 1.5 0 0 1 21 5.5v10a1.5 1.5 0 0 1-1.5 1.5H12l-5 4v-4H4.5A1.5 1.5 0 0 1 3 15.5v-10A1.5 1.5 0 0 1 4.5 4z"
    " M7.5 8.5h9 M7.5 12.3h6",
    "telepon": "M6.2 3h3l1.8 4.6l-2.3 1.7a12 12 0 0 0 6 6l1.7-2.3L21 14.8v3c0 1.7-1.3 3-3 3C10 20.8 3.2 14 3.2 6c0-1.7 1.3-3 3-3z",
    # Not sure, or dangerous.
    "awas": "M12 3.5L22 20.5H2z M12 9.5v5.5 M12 17.7v.1",
    "panah": "M20 12H4.5 M10.5 5.5L4 12l6.5 6.5",
}
"""Name -> path."""
