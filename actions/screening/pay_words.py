"""The words beside a figure that say what it is: pay, or a fee, bonus, debt."""

from __future__ import annotations

# Before a figure these make it pay.
PAY = frozenset(
    """
    gaji gajinya gajine gajina digaji menggaji salary basic upah upahnya upahe pendapatan penghasilan income bayaran
    dibayar bayarannya bayarane sallary salery ujroh pokok gapok 薪资 月薪 工资 薪水 給与 基本給 maaş 給料 月給 時給
    honor gajih gajihna gajihe pagaji wage
    wages pay paid umr ump rate penghasilannya pendapatannya gross bruto brutto upahna gajian earning earnings
    basicnya gajiku gajinyo gajinyolah bayare kyuryo kyuuryou kyuryou jikyu jikyuu sigeup wolgeup lohn gehalt vergütung stawka base
    """.split()
)
# These stand behind a figure as often as before it: they reach less far.
BESIDE_PAY = frozenset("base gross bruto brutto basic pokok gapok".split())
# Pay of trainees, and words that also stand before a bonus.
MAYBE_PAY = frozenset(
    """
    allowance tunjangan saku stipend dapat dapet dpt terima nerima menerima net netto neto bersih thp kompensasi
    biasanya kantongin jajan digajih package elaun majikan
    """.split()
)
# What is paid to somebody else, once, or besides.
OTHER = frozenset(
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
    beli dibeli membeli
    """.split()
)
# The same, unless a period is stated: "bawa teman 2 juta", but "boleh bawa anak, 50 ringgit sehari".
OTHER_ONCE = frozenset("bawa cair cash ambil hadiah hadiahnya ganjaran".split())
# Right before a figure: "masuk 65 juta", what somebody pays to get in.
OTHER_NEAR = frozenset("masuk masukin".split())
# What is owed stays so behind a comma: "balikin semua biaya obat, 110 juta".
OWED = frozenset(
    "balikin balekno kembalikan ganti tebus tebusan denda hutang utang tanggungan tunggakan".split()
)
# Who sells names the price somewhere in the sentence: "jual CoS Inggris untuk perawat, satu nama 180 juta".
SELLING = frozenset("jual dijual menjual ngejual jasa joki slot kuota calling cos".split())
# Money for these is nobody's pay: "mama dapat 2 juta", "20 juta sudah aku kasih ke ortumu".
FAMILY = frozenset(
    """
    mama mamak mak emak ibu bapak bapa ayah abah ortu orangtua orang-tua keluarga suami istri mamanya bapakmu mamamu ibumu ayahmu ortumu
    keluargamu suamimu makmu emakmu orangtuamu
    """.split()
)
TO = frozenset("ke utk untuk buat kagem kanggo pada".split())
# A little further behind a figure: "20 juta sudah aku tf", "65 juta, itu harga tiket".
OTHER_FAR_AFTER = frozenset("tf transfer ditransfer dicicil cicil harga hutang utang".split())
# Behind a figure these say that it is no pay.
OTHER_AFTER = frozenset(
    """
    dulu muka transfer tf kepala pendaftaran lunas kontan deposit dp siklus cicil pelunasan dipotong potong ditransfer
    disetor setor cicilan x × dibagi tunai pax head akun rek rekening calon ditahan jaminan biaya fee booking refund
    seat kuota
    """.split()
)
# Right behind a figure these name a bonus, or a share of the pay just named ("700 dolar, 500 dikirim ke rumah").
SHARE_AFTER = frozenset("tips kirim dikirim dikirimkan delegasi ditahan nya".split())
# "total 45 juta" is a fee, "total 32.000" what basic pay and overtime make.
SUMS = frozenset(("total",))
PAY_AFTER = frozenset(
    "gapok basic pokok bruto brutto gross net neto netto nett kotor minimum umr".split()
)
REFERRAL = frozenset("bawa ajak ngajak refer mengajak bawain".split())
# These widen a range: "basic 1.800, rata2 2.500".
WIDER = frozenset(
    """
    rata rata2 rata-rata biasa biasanya bisa average total eks ex sampe sampai hingga berpengalaman dadi s/d sd estimasi perkiraan mencapai
    tembus
    """.split()
)
NET = frozenset("bersih net neto netto nett resik 手取り".split())
# A benefit ends here: what stands before says nothing of a figure behind ("makan gratis, 12 juta").
ENDS_OTHER = frozenset(", ; gratis free ditanggung".split())
# Pocket money in rupiah without a period is given once, before departure.
POCKET_MONEY = frozenset(("saku", "jajan"))
# Before "allowance" these make it something besides the pay.
BENEFITS = frozenset(
    "housing food transport meal shift malam laundry relocation clothing uniform".split()
)
# What is delivered or sorted costs nothing: "antar paket", "sortir paket".
HANDLING = frozenset("antar anter kurir sortir packing bungkus angkut kirim".split())
# "2 bulan gaji", "potong gaji", "bayar gaji": prices.
NO_PAY_BEFORE = frozenset(
    "bulan bln potong potongan potongannya dipotong dua satu kali pemotongan bayar nunggu dp panjar muka talangan kasbon".split()
)
# "basic 1.700, dengan OT 2.300": overtime that is contained in a sum, not paid besides.
OVERTIME = frozenset(("ot", "lembur"))
WITH = frozenset("dengan dgn dg incl include termasuk sama sudah plus +".split())
# "gaji setelah pajak 2000": tax that is taken off already.
TAKEN_OFF = frozenset("setelah sesudah sebelum after before stlh sblm habis".split())
# "libur dibayar 27 dolar": what a day off is worth ("off" is read as "of").
DAYS_OFF = frozenset("libur liburnya cuti off of".split())
# Denied, these take the figure behind them away too: "gaji tidak dipotong 3 juta".
TAKEN = frozenset("dipotong potong kepotong motong bayar setor disetor".split())
