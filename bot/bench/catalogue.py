"""Everything that is measured, in the order in which it is shown, with the goals of the project."""

from __future__ import annotations

from bot.bench.figures import Goal, Measure

FIFTH, QUARTER = Goal(1 / 5, of_plain=True), Goal(1 / 4, of_plain=True)
INSTALLED = Goal(0.4, of_plain=True)
MEDIAN, P99 = Goal(5.0), Goal(15.0)
RATE = Goal(150.0, at_least=True)
GROWTH = Goal(1.2)

# Kinds of messages, by the words for them in English and Indonesian.
KINDS = {
    "greeting": "sapaan",
    "topic": "pertanyaan",
    "follow_up": "lanjutan",
    "danger": "bahaya",
    "offer": "tawaran",
    "flyer": "foto tawaran",
}
# Messages of all kinds that both can be sent; a flyer is a picture.
ALL, FLYER = "all", "flyer"
# People who talk at once.
CHATS = (1, 5, 10, 25, 50)
# Turns of one conversation, and stored conversations.
TURNS = (10, 100, 500, 2000)
STORED = (10, 1_000, 100_000)
GROUPS = ("start", "memory", "size", "training", "turn", "rest", "rate", "length", "stored")
_WHERE = {"turn": ("in-process", "langsung"), "rest": ("over HTTP", "lewat HTTP")}


def _start() -> list[Measure]:
    return [
        Measure("start.chat", "Cold `chat` to the first answer", "chat: sampai jawaban pertama", "s", goals=(FIFTH,)),
        Measure("start.chat_cpu", "the same, processor time", "  waktu prosesor", "s", goals=(FIFTH,)),
        Measure("start.ask", "`ask` with one line, start to end", "ask: satu baris, sampai selesai", "s"),
        Measure("start.ask_cpu", "the same, processor time", "  waktu prosesor", "s"),
    ]  # fmt: skip


def _size() -> list[Measure]:
    return [
        Measure("memory.first", "Resident memory after the first answer", "memori setelah jawaban pertama", "MB", 0, (QUARTER,)),
        Measure("memory.later", "Resident memory after 500 messages", "memori setelah 500 pesan", "MB", 0, (QUARTER,)),
        Measure("size.installed", "Installed packages", "pustaka terpasang", "MB", 0, (INSTALLED,)),
        Measure("size.model", "Model", "model", "MB"),
        Measure("training.cpu", "Training, processor time", "pelatihan, waktu prosesor", "s", 0, (QUARTER,)),
        Measure("training.wall", "Training, start to end", "pelatihan, sampai selesai", "s", 0, (QUARTER,)),
    ]  # fmt: skip


def _replies(group: str) -> list[Measure]:
    """Of a group, for each kind of message and for all together."""
    found = []
    for kind, words in {ALL: "semua kecuali foto", **KINDS}.items():
        name = kind.replace("_", "-") if kind != ALL else "all but flyers"
        share = (FIFTH,) if kind == ALL else ()
        is_topic = group == "turn" and kind == "topic"
        found += [
            Measure(f"{group}.{kind}", f"{name}, median", f"{words}, tengah", "ms", 1, (*share, *((MEDIAN,) if is_topic else ()))),
            Measure(f"{group}.{kind}_p99", f"{name}, 99th percentile", f"{words}, 99 dari 100", "ms", 1, (P99,) if is_topic else ()),
            Measure(f"{group}.{kind}_cpu", f"{name}, processor time", f"{words}, waktu prosesor", "ms", 1, share),
        ]  # fmt: skip
    return found


def _rates() -> list[Measure]:
    found = []
    for where, (english, words) in _WHERE.items():
        for chats in CHATS:
            name, label = f"rate.{where}_{chats}", f"{chats} chats, {english}"
            goals = (RATE,) if where == "turn" else ()
            found += [
                Measure(name, label, f"{chats} obrolan, {words}", "/s", 0, goals),
                Measure(f"{name}_cpu", f"{label}, a processor second", "  per detik prosesor", "/s", 0),
            ]  # fmt: skip
    return found


def _growth() -> list[Measure]:
    rows = [(f"length.{turn}", f"Turn {turn:,}", f"giliran ke-{turn}") for turn in TURNS]
    rows.append(("length.growth", f"Last of these turns / turn {TURNS[0]}", "giliran terakhir dibagi yang pertama"))  # fmt: skip
    rows += [(f"stored.{n}", f"{n:,} stored conversations", f"{n} percakapan tersimpan") for n in STORED]  # fmt: skip
    rows.append(
        ("stored.growth", f"Most of these / {STORED[0]}", "terbanyak dibagi paling sedikit")
    )
    found = []
    for name, label, words in rows:
        is_growth = name.endswith(".growth")
        unit, digits, goals = ("x", 2, (GROWTH,)) if is_growth else ("ms", 1, ())
        found += [
            Measure(name, label, words, unit, digits, goals),
            Measure(f"{name}_cpu", f"{label}, processor time", "  waktu prosesor", unit, digits, goals),
        ]  # fmt: skip
    return found


MEASURES = (
    *_start(), *_size(), *_replies("turn"), *_replies("rest"), *_rates(), *_growth(),
)  # fmt: skip
