"""Words beside a sum by which it is known what it is: pay, or a fee, bonus, debt. What each is worth is learned (pay_clues.py)."""

from __future__ import annotations

# Kinds of words. The first three are cues: the nearest one before a sum says what it is called.
PAY, MAYBE, OTHER = "gaji", "mungkin gaji", "bukan gaji"
CUES = (PAY, MAYBE, OTHER)
_FAMILY = "keluarga"

_PAY = frozenset(
    """
    gaji gajinya gajine gajina digaji menggaji salary basic upah upahnya upahe pendapatan penghasilan income bayaran
    dibayar bayarannya bayarane sallary salery ujroh pokok gapok 薪资 月薪 工资 薪水 給与 基本給 maaş 給料 月給 時給
    honor gajih gajihna gajihe pagaji wage
    wages pay paid umr ump rate penghasilannya pendapatannya gross bruto brutto upahna gajian earning earnings
    basicnya gajiku gajinyo gajinyolah bayare kyuryo kyuuryou kyuryou jikyu jikyuu sigeup wolgeup lohn gehalt vergütung stawka base
    """.split()
)
# Pay of trainees, and words that also stand before a bonus.
_MAYBE = frozenset(
    """
    allowance tunjangan saku stipend dapat dapet dpt terima nerima menerima net netto neto bersih thp kompensasi
    biasanya kantongin jajan digajih package elaun majikan
    """.split()
)
# What is paid to somebody else, once, or besides.
_OTHER = frozenset(
    """
    biaya biayanya biayane bayar uang dp deposit denda ganti potong potongan dipotong bonus komisi fee transfer tf
    setor menyetor disetor tiket medical mcu visa paspor utang hutang pinjaman pinjam modal lembur ot insentif makan
    fit mahar tebusan tebus jaminan administrasi pendaftaran daftar sisa sisanya lunas pelunasan ongkos
    ongkosnya cicil cicilan harga seharga premi asuransi levy levi agensi tip tips komisinya bonusnya jual dijual
    santunan kartu sewa mess asrama apato apartemen dorm dormitory hostel ubytovna karavan pajak zus hoken kasih
    kasbon talangan paket seat booking sangu kontribusi kontribusinya penalti pinalti kursus les kelas sekolah
    belajar pelatihan pendidikan skck ujian bpjs kuota mengganti ngagentos gentos mundur batal kabur diganti
    dikembalikan kembalikan refund tarif registrasi retainer voucher bensin transport santuan ajak
    mengajak ngajak refer referral referensi kenalkan mengenalkan nyariin sc commission deposite charge charges
    penempatan kost kontrakan listrik air omset omzet kerugian rugi dibayarin bayarin mengembalikan
    kirim membayar modalnya pemberangkatan dana ufi askes delegasi bekal uangnya kaget sponsor satuan kirimi
    akomodasi accommodation loan tabungan saldo permit siapin siapkan nyiapin nyiapkan tanggungan tunggakan extra ekstra minus
    beli dibeli membeli total
    bawa cair cash ambil hadiah hadiahnya ganjaran masuk masukin
    """.split()
)
# Money for these is nobody's pay: "mama dapat 2 juta", "20 juta sudah aku kasih ke ortumu".
_FAMILY_WORDS = frozenset(
    """
    mama mamak mak emak ibu bapak bapa ayah abah ortu orangtua orang-tua keluarga suami istri mamanya bapakmu mamamu ibumu ayahmu ortumu
    keluargamu suamimu makmu emakmu orangtuamu
    """.split()
)
# These widen a range: "basic 1.800, rata2 2.500".
WIDER = frozenset(
    """
    rata rata2 rata-rata biasa biasanya bisa average total eks ex sampe sampai hingga berpengalaman dadi s/d sd estimasi perkiraan mencapai
    tembus
    """.split()
)
NET = frozenset("bersih net neto netto nett resik 手取り".split())
_KINDS = {PAY: _PAY, MAYBE: _MAYBE, OTHER: _OTHER, _FAMILY: _FAMILY_WORDS}
_NONE: frozenset[str] = frozenset()
_KINDS_OF = {
    word: frozenset(kind for kind, words in _KINDS.items() if word in words)
    for word in _NONE.union(*_KINDS.values())
}


def kinds_of(norm: str, lemma: str) -> frozenset[str]:
    """The kinds of a word, by its common spelling or its base form; none for most words."""
    return _KINDS_OF.get(norm, _NONE) | _KINDS_OF.get(lemma, _NONE)
