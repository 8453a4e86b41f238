"""Somebody invented, with words and numbers that stand in no file by chance: whoever finds them found what was stored."""

from __future__ import annotations

CHAT, FIRST, LAST, USER = 7_345_678_912, "Kartinisari", "Wulandarini", "kartini_uji_4711"
OTHER_CHAT, FORGOTTEN = 7_345_678_977, "kataterhapus7351"
NUMBERS = {
    "telepon": "0812-9753-1086",
    "rekening": "1357924680",
    "nik": "3273019753108642",
    "paspor": "C7531086",
    "surel": "kartini.uji@contoh.id",
}
OFFER = (
    "Lowongan admin di Kamboja, gaji 15 juta, pakai visa turis, tiket ditanggung. Transfer DP 2 juta ke rek BCA "
    f"{NUMBERS['rekening']}, hubungi {NUMBERS['telepon']} atau {NUMBERS['surel']}. NIK saya {NUMBERS['nik']}, paspor {NUMBERS['paspor']}"
)
# Typed in the terminal and read from files: kept nowhere.
TYPED = "katadisini8642"
