"""The list of guidance that waits for an expert, as docs/expert-review.md shows it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Crisis, Knowledge, Topic
from knowledge.reviews import Review
from knowledge.reviews import render as render_reviews

_OPENING = """\
# Menunggu tinjauan ahli

Halaman ini dibuat dari `expert_review` di `knowledge/crisis/` dan `knowledge/topics/`; sebuah uji membandingkannya. Jangan diubah di sini.

Kalimat di bawah ini sudah tampil ke pengguna. Dasarnya pedoman yang diakui dari lembaga atau negara lain, dibaca lewat kutipan, bukan
keputusan pendamping korban di Indonesia. Pendamping korban, dokter, atau psikolog diminta membaca, lalu menghapus butirnya dari
rekaman bila setuju, atau mengganti kalimatnya.
"""


def render(knowledge: Knowledge, said: Sequence[Review] = ()) -> str:
    """The whole page as Markdown; ends with a line break.

    Args:
        knowledge: the records.
        said: what reviewers said of answers, which stands below.
    """
    records: list[Crisis | Topic] = [*knowledge.crisis.values(), *knowledge.topics.values()]
    sections = [_section(record) for record in records if record.expert_review]
    told = render_reviews(said)
    return "\n".join([_OPENING, *sections, *([told] if told else [])])


def _section(record: Crisis | Topic) -> str:
    lines = [f"## {record.title} (`{record.id}`)", ""]
    for review in record.expert_review:
        lines += [f"- `{review.field}`: {review.reason}"]
    return "\n".join(lines) + "\n"
