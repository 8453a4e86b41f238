"""Cards for tests."""

from __future__ import annotations

from actions.render.card import Card, CardSign

CARD = Card(
    risk="tinggi",
    above="Teks ini diperiksa Mawas, 28 November 2026",
    title="Risiko tinggi",
    call="Jangan lanjut dulu.",
    sentence="Satu tanda berat saja sudah cukup untuk berhenti dan bertanya dulu.",
    no_proof="",
    signs_heading="Tanda terberat",
    signs=(
        CardSign("Paspor atau dokumen asli dipegang orang lain", "“Paspor nanti dipegang”"),
        CardSign("Diminta bayar atau transfer sebelum berangkat", "“DP 2 juta ke Pak [nama]”"),
        CardSign("Nama PT atau izinnya tidak jelas", ""),
    ),
    signs_count=5,
    accusation="Ini tanda yang perlu dicek, bukan tuduhan kepada siapa pun.",
    missing_heading="Belum disebut",
    missing=("nama P3MI", "nomor izin P3MI (SIP3MI)", "visa kerja", "gaji"),
    steps_heading="Lakukan sekarang",
    steps=("Jangan kirim uang, KTP, atau paspor. Bawa tawaran ini ke Disnaker atau BP3MI dulu.",),
    contact=("Pusat Panggilan KP2MI", "08001000"),
    contact_checked="Telepon gratis, dari Indonesia. Dipastikan 12 September 2026.",
    sources_heading="Sumber",
    sources=("Suara, 31 Juli 2022", "UU 18/2017 Pasal 8", "Fakta Kalbar, 6 Desember 2025"),
    sources_checked="dicek 21 November 2026",
    about="Mawas, asisten calon pekerja migran",
    channel="kp2mi_call_center",
    cited=("suara", "uu", "faktakalbar"),
)
