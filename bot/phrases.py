"""What the assistant says about itself when something is off. No facts: a contact from knowledge/ follows TROUBLE."""

TROUBLE = "Maaf, ada gangguan pada saya. Coba tulis sekali lagi. Kalau Anda dalam bahaya, jangan menunggu saya. Hubungi langsung:"
EMPTY = "Pesan Anda kosong. Tulis pertanyaan Anda, misalnya: apa ciri lowongan palsu?"
NO_CARD = "Gambarnya tidak bisa dibuat sekarang. Teks di atas boleh diteruskan."
SHORTENED = "Pesan Anda panjang sekali. Saya hanya membaca bagian awal dan akhirnya."
MISREAD = "Ada yang salah baca? Kirim teks yang benar sebagai pesan."
