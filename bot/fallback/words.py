"""What the fallback says of itself. No facts: contacts and steps come from the records."""

# Why there is no better answer.
PREPARING = "Mawas sedang disiapkan. Ini bisa beberapa menit."
BROKEN = "Ada bagian Mawas yang rusak."

UNABLE = (
    "Maaf, saya belum bisa menjawab ini. {why}\n\n"
    "Yang tetap bisa: kalau ada bahaya, ceritakan singkat dan sebut negaranya. Saya tunjukkan kontak dan langkah pertama."
)
CONTACTS = "Kontak yang bisa dihubungi sekarang:"
# Below the first steps of a danger.
ONLY_THIS = "{why} Langkah lainnya belum bisa saya tunjukkan. Petugas di kontak tadi bisa ditanya."
NO_CONTACTS = (
    "Maaf, saya tidak bisa menjawab sekarang, dan daftar kontak saya tidak terbaca. Kalau Anda dalam bahaya, jangan menunggu saya. "
    "Minta tolong orang yang Anda percaya, polisi setempat, atau kedutaan Indonesia."
)
EMPTY = "Pesan Anda kosong. Tulis apa yang terjadi, dan di negara mana."
# Said when the harmless screen is taken away.
BACK = "Baik, kita lanjut. Apa yang ingin Anda tanyakan?"
# For the terminal, below what is wrong.
ONLY_DANGER = "Pesan tentang bahaya tetap dijawab dengan kontak dan langkah pertama."
