"""Every sentence that the Telegram channel says by itself. No facts: contacts and answers come from the conversation."""

from __future__ import annotations

# Who starts sees two screens.
FIRST_SCREEN = (
    "Halo, saya Mawas.\n\n"
    "Saya membantu memeriksa tawaran kerja di luar negeri. Saya juga menjawab tentang cara berangkat resmi, hak pekerja, dan "
    "tempat melapor.\n\n"
    "Saya program komputer, bukan petugas. Memakai saya gratis.\n\n"
    "Sedang dalam bahaya? Tekan /darurat"
)
SECOND_SCREEN = (
    "Cara memakai Mawas:\n\n"
    "1. Kirim tawaran kerjanya: teks, foto, atau pesan yang diteruskan.\n"
    "2. Saya tunjukkan tanda bahayanya dan cara mengeceknya.\n"
    "3. Anda juga boleh bertanya dengan kata sendiri.\n\n"
    "Apa yang disimpan dan cara menghapusnya: tekan /privasi\n\n"
    "Mau mencoba dulu? Tekan tombol contoh."
)
FROM_POSTER = (
    "Halo, saya Mawas, program komputer. Saya membantu memeriksa tawaran kerja di luar negeri. Gratis.\n\n"
    "Kirim tawarannya sekarang: teks, foto, atau pesan yang diteruskan.\n\n"
    "Sedang dalam bahaya? Tekan /darurat"
)
FROM_SESSION = (
    "Selamat datang dari acara {code}. Saya tidak mencatat siapa yang datang dari acara itu."
)
NEXT = "Lanjut"
TRY_SAMPLE = "Coba contoh tawaran"
CHECK_OWN = "Periksa tawaran saya"
IN_DANGER = "Saya dalam bahaya"
SAMPLE_LEAD = "Ini contoh tawaran karangan. Anggap Anda menerimanya:\n\n«{offer}»\n\nBegini saya memeriksanya:"

LANGUAGES = (
    "Tulis dengan bahasa sehari-hari Anda. Saya mengerti bahasa Indonesia, juga sebagian bahasa Jawa, Sunda, Madura, Sasak, Bugis, "
    "Batak, Melayu, Melayu Kupang, dan Inggris.\n\n"
    "Jawaban saya dalam bahasa Indonesia yang sederhana. Kurang jelas? Tulis: jelaskan lebih mudah."
)
PRIVACY = (
    "Data Anda di Mawas:\n"
    "1. Pesan disimpan sampai dijawab, lalu dihapus. {remembered}\n"
    "2. Nama akun, foto, suara, dan lokasi tidak disimpan. Nomor KTP, telepon, dan rekening ditutup. Nomor obrolan disamarkan.\n"
    "3. Catatan tombol disimpan paling lama 30 hari, supaya tombol lama tetap bisa ditekan.\n"
    "4. Salinan pesan ada di Telegram dan di HP Anda. Itu tidak bisa saya hapus semua.\n"
    "5. Menghapus semuanya dari Mawas: tekan /hapus\n\n"
    "Kalau server punya cadangan, yang sudah dihapus masih ada di sana paling lama 7 hari lagi."
)
REMEMBERED_DAYS = "Isi percakapan diingat paling lama {days} hari."
REMEMBERED_AN_HOUR = "Isi percakapan dilupakan bila Anda satu jam tidak menulis."
DELETE = "Hapus data saya"
DELETED = (
    "Data Anda sudah dihapus dari Mawas.\n"
    "• Pesan yang diingat: {messages} dihapus, sisa {messages_left}.\n"
    "• Catatan tombol: {rows} dihapus, sisa {rows_left}.\n\n"
    "Hapus juga obrolan ini di HP Anda. Caranya: tekan nama Mawas di atas, pilih menu titik tiga, lalu Hapus obrolan."
)
DELETED_IN_GROUP = (
    "Data Anda di grup ini sudah dihapus dari Mawas.\n"
    "• Pesan Anda yang diingat: {messages} dihapus, sisa {messages_left}."
)
ONLY_YOURS = (
    "Hanya data Anda yang dihapus. Data anggota lain tetap ada. "
    "Catatan tombol di grup dipakai bersama, jadi tetap ada paling lama 30 hari.\n\n"
    "Data dari obrolan pribadi Anda dengan saya belum dihapus. Tulis /hapus di sana."
)
NOTHING_TO_DELETE = "Sebelumnya pun tidak ada data Anda yang tersimpan."
NOT_DELETED = "Sebagian data belum terhapus. Tekan /hapus sekali lagi, atau coba lagi nanti."
HELP = (
    "Kirim tawaran kerja, atau tulis pertanyaan dengan kata sendiri. Ini juga bisa ditekan:\n\n"
    "{commands}\n\n"
    "Kirim foto tawaran juga bisa. Layar HP dilihat orang? Tulis: kopi"
)

EDITED = "Pesan Anda berubah. Saya baca yang baru."
HEARD_VOICE = "Yang saya dengar: {text}\n\nSalah dengar? Tulis yang benar."
NO_VOICE = (
    "Pesan suara belum bisa saya dengar. Tulis isinya, sependek apa pun.\n\n"
    "Sulit mengetik? Tekan gambar mikrofon di papan ketik HP, lalu bicara. HP yang menuliskannya.\n\n"
    "Sedang dalam bahaya? Tekan /darurat"
)
VOICE_UNCLEAR = "Pesan suara itu tidak jelas terdengar. Coba rekam lagi di tempat yang tenang, atau tulis isinya."
VOICE_TOO_LONG = (
    "Pesan suara itu terlalu panjang. Kirim paling lama {minutes} menit, atau tulis isinya."
)
STICKER = "Stiker belum bisa saya baca. Tulis pesan Anda, atau tekan tombol di atas."
VIDEO = (
    "Video belum bisa saya lihat. Ambil tangkapan layar tulisannya, lalu kirim. Atau tulis isinya."
)
LOCATION = (
    "Maaf, saya tidak bisa mengirim orang ke lokasi Anda. Lokasi itu tidak saya simpan.\n\n"
    "Dalam bahaya? Kirim lokasi itu kepada petugas di bawah ini, atau tekan /darurat"
)
CONTACT = (
    "Nomor kontak itu tidak saya simpan dan tidak saya hubungi. Saya juga tidak tahu siapa pemiliknya.\n\n"
    "Itu nomor perekrut? Kirim isi tawarannya, saya periksa. Mau melaporkannya? Tekan /lapor"
)
POLL = "Jajak pendapat tidak bisa saya isi. Tulis pertanyaan Anda, atau kirim tawaran kerjanya."
OTHER_KIND = (
    "Kiriman seperti itu belum bisa saya baca. Kirim teks atau foto, atau tulis pertanyaan Anda."
)
DOCUMENT = (
    "Berkas seperti itu belum bisa saya baca. Yang bisa: foto, tangkapan layar, dan berkas .txt.\n\n"
    "Ambil tangkapan layar isinya, lalu kirim. Atau salin tulisannya ke sini."
)
CHAT_ARCHIVE = (
    "Berkas ZIP tidak saya buka. Ekspor obrolan tanpa media, lalu kirim berkas .txt di dalamnya.\n\n"
    "Lebih mudah: ambil tangkapan layar obrolannya, lalu kirim."
)
APP_FILE = "Itu berkas aplikasi. Saya tidak membukanya. Jangan pasang aplikasi dari orang yang belum Anda kenal: isi HP Anda bisa dicuri."
TOO_BIG = "Berkas itu lebih dari 20 MB, jadi tidak bisa saya ambil. Kirim tangkapan layarnya."
TEXT_TOO_BIG = "Berkas teks itu lebih dari 1 MB. Kirim hanya bagian tawarannya."
NO_TEXT_FILE = "Isi berkas itu tidak terbaca sebagai teks. Salin tulisannya ke sini."
NOT_FETCHED = "Kiriman itu belum bisa saya ambil dari Telegram. Kirim sekali lagi sebentar lagi."
GONE = "Pesan itu tidak bisa saya baca. Kirim lagi sebagai teks atau foto."

GROUP_WELCOME = (
    "Halo, saya Mawas, program komputer yang memeriksa tawaran kerja di luar negeri.\n\n"
    "Di grup ini saya diam. Ada tawaran kerja? Balas pesan itu dengan {cek}\n\n"
    "Admin boleh menulis {pantau}. Sesudah itu saya memberi tahu bila tawaran di grup ini berisiko tinggi.\n\n"
    "Masalah pribadi jangan ditulis di grup. Tulis langsung kepada saya: {link}"
)
WATCH_ON = (
    "Baik. Sekarang saya membaca tawaran kerja di grup ini. Saya hanya bicara bila risikonya tinggi. Pesan grup tidak saya simpan.\n\n"
    "Berhenti: /pantau_mati"
)
WATCH_OFF = "Baik. Saya diam lagi di grup ini, kecuali dipanggil."
WATCH_HOW = "Pantauan di grup ini: {state}.\nAdmin menekan /pantau_nyala atau /pantau_mati"
WATCH_STATES = {True: "nyala", False: "mati"}
WATCH_BLIND = (
    "Pantauan sudah nyala, tetapi Telegram belum memberi saya pesan grup ini. Jadikan Mawas admin grup. Atau pemilik bot mematikan "
    "Group Privacy di BotFather, lalu memasukkan Mawas lagi ke grup."
)
ADMINS_ONLY = "Hanya admin grup yang bisa mengubah pantauan. Mintalah kepada admin."
ADMIN_UNKNOWN = "Saya belum bisa memastikan siapa admin grup ini. Coba lagi sebentar lagi."
GROUPS_ONLY = "Perintah itu untuk grup. Di sini Anda tidak perlu menyalakan apa pun. Kirim saja tawaran kerjanya."
GROUP_WARNING = (
    "⚠️ Tawaran ini berisiko tinggi. Tanda di tulisannya:\n{signs}\n\n"
    "Ini bukan tuduhan. Cek dulu sebelum membayar atau berangkat. Mau bertanya sendiri? Buka {link}"
)
