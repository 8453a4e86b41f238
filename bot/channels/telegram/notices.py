"""What the channel says when it has to wait, when a button is too old, and when nothing else can be said."""

from __future__ import annotations

from bot.messages import Button, Reply

MENU = "/bisa_apa"
TOO_FAST = Reply(
    "Pesan Anda banyak sekali. Saya jawab satu per satu, pelan-pelan. Tidak perlu dikirim ulang.\n\n"
    "Sedang dalam bahaya? Tulis saja, itu saya dahulukan."
)
OLD_BUTTON = Reply(
    "Tombol itu sudah lama, jadi saya tidak ingat lagi isinya. Tulis pertanyaan Anda, atau lihat menu.",
    (Button("Lihat menu", MENU),),
)
