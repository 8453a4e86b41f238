"""What the words beside a figure say of it: pay, a fee or bonus, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.screening.patterns import NEGATORS
from actions.screening.pay_figures import Figure
from actions.screening.reading import Reading

# Words before a figure that make it pay.
_PAY = frozenset(
    """
    gaji gajinya gajine gajina digaji menggaji salary basic upah upahnya upahe pendapatan penghasilan income bayaran
    dibayar bayarannya bayarane sallary salery ujroh pokok gapok 薪资 月薪 工资 薪水 honor gajih gajihna gajihe pagaji wage
    wages pay paid umr ump rate penghasilannya pendapatannya gross bruto brutto upahna gajian earning earnings
    basicnya gajiku gajinyo gajinyolah
    """.split()
)
# Pay of trainees, and words that also stand before a bonus.
_MAYBE_PAY = frozenset(
    """
    allowance tunjangan saku stipend dapat dapet dpt terima nerima menerima net netto neto bersih thp kompensasi
    biasanya kantongin digajih package
    """.split()
)
# What is paid to somebody else, once, or besides.
_OTHER = frozenset(
    """
    biaya biayanya biayane bayar uang dp deposit denda ganti potong potongan dipotong bonus komisi fee transfer tf
    setor menyetor disetor tiket medical mcu visa paspor utang hutang pinjaman pinjam modal lembur ot insentif makan
    elaun fit mahar tebusan tebus jaminan administrasi pendaftaran daftar sisa sisanya lunas pelunasan ongkos
    ongkosnya cicil cicilan harga seharga premi asuransi levy levi agensi tip tips komisinya bonusnya jual dijual
    santunan kartu sewa mess asrama apato apartemen dorm dormitory hostel ubytovna karavan pajak zus hoken kirim kasih
    cair kasbon talangan paket total seat booking sangu kontribusi kontribusinya penalti pinalti kursus les sekolah
    belajar pelatihan pendidikan skck ujian bpjs kuota mengganti ngagentos gentos mundur batal kabur diganti
    dikembalikan kembalikan refund tarif registrasi retainer voucher bensin transport hadiah santuan service bawa ajak
    mengajak ngajak refer referral referensi kenalkan mengenalkan nyariin sc commission deposite charge charges
    penempatan kost kontrakan listrik air omset omzet kerugian rugi ganjaran cash dibayarin bayarin mengembalikan
    membayar modalnya pemberangkatan dana ufi askes delegasi bekal uangnya
    """.split()
)
# Behind a figure these say that it is no pay.
_OTHER_AFTER = frozenset(
    """
    dulu muka transfer tf kepala pendaftaran lunas kontan deposit dp siklus cicil pelunasan dipotong potong ditransfer
    disetor setor cicilan x × dibagi tunai pax head akun rek rekening calon ditahan jaminan biaya fee booking refund
    seat kuota
    """.split()
)
_PAY_AFTER = frozenset(
    "gapok basic pokok bruto brutto gross net neto netto nett kotor minimum umr".split()
)
_PER_HEAD = re.compile(
    r"\s*(?:/|per\s?|@|tiap\s|setiap\s)\s?(?:orang|org|kepala|head|pax|akun|akaun|rek|rekening|calon|siklus|kandidat"
    r"|trip|org|kloter|titik|ml)\b",
    re.IGNORECASE,
)
# What singers and players earn each; a bonus for recruits is stated in the same way.
_PER_PERSON = re.compile(r"\s*(?:/|per\s?)\s?(?:orang|org)\b", re.IGNORECASE)
PER_PERSON_POINTS = 0.2
_REFERRAL = frozenset("bawa ajak ngajak refer mengajak bawain".split())
_ONE_OFF_AFTER = re.compile(r"\s*(?:sekali|di tempat|dlm \d|dalam \d|selama \d)", re.IGNORECASE)
_TIMES = re.compile(r"\s*(?:yen|won)?\s*[x×]\s?\d", re.IGNORECASE)
_MONEY_SIGN = re.compile(
    "[\U0001f4b0\U0001f4b4\U0001f4b5\U0001f4b6\U0001f4b7\U0001f911]\ufe0f?\\s*[:=-]?\\s*$"
)
# These widen a range: "basic 1.800, rata2 2.500".
_WIDER = frozenset(
    "rata rata2 rata-rata biasa biasanya bisa average total eks ex sampe sampai hingga berpengalaman".split()
)
_NET = frozenset("bersih net neto netto nett resik".split())
_NOT_A_CUE_AFTER = frozenset(
    "bulan bln potong potongan potongannya dipotong dua satu kali pemotongan bayar nunggu".split()
)
_STOPS = frozenset(", . ; ( | /".split())
_ADDED = frozenset("+ plus ditambah tambah".split())
_REACH_PAY, _REACH_OTHER, _REFERRAL_REACH, _NEXT = 10, 6, 4, 2
_CUE, _NEAR, _MAYBE, _PERIOD, _FREE, _SIGN = 6.0, 2.0, 3.0, 3.0, 1.0, 5.5


@dataclass(frozen=True)
class Role:
    """How a figure stands in the text.

    Attributes:
        points: how likely it is pay; 0 when it is something else.
        sentence: number of its sentence.
        is_named: a word for pay says so.
        is_net: what is left after tax; less than what another figure may state.
        widens: it states what a basic pay can grow to.
    """

    points: float
    sentence: int
    is_named: bool = False
    is_net: bool = False
    widens: bool = False


def role_of(reading: Reading, figure: Figure, earlier_in_sentence: bool) -> Role:
    """The role of a figure.

    Args:
        reading: the text.
        figure: one of its figures.
        earlier_in_sentence: whether another sum stands before it in the same sentence; then "+" adds it to that one.
    """
    places = [
        place
        for place, (start, end) in enumerate(reading.offsets)
        if start < figure.end and end > figure.start
    ]
    if not places:
        return Role(0, 0)
    first, last = places[0], places[-1]
    start, end = reading.sentence(first)
    number = reading.sentence_of[first]
    before = reading.norms[max(start, first - 3) : first]
    after = reading.norms[last + 1 : min(end, last + 5)]
    beside = after[: 1 if after and after[0] in _STOPS else _NEXT]
    is_net = not _NET.isdisjoint((*reading.norms[max(start, first - 5) : first], *after[:1]))
    widens = not _WIDER.isdisjoint(before)
    cue = _cue(reading, start, first)
    if cue < _CUE:
        if _PER_HEAD.match(reading.text, figure.end):
            is_performer = _PER_PERSON.match(reading.text, figure.end) and cue >= 0
            return Role(PER_PERSON_POINTS if is_performer else 0, number)
        if (
            not _OTHER_AFTER.isdisjoint(beside)
            or _ONE_OFF_AFTER.match(reading.text, figure.end)
            or not _REFERRAL.isdisjoint(after)
        ):
            return Role(0, number)
    if _TIMES.match(reading.text, figure.end):
        return Role(0, number)
    if (
        earlier_in_sentence
        and not _ADDED.isdisjoint(reading.norms[max(start, first - 4) : first])
        and not widens
    ):
        return Role(0, number)
    if cue == 0 and not _PAY_AFTER.isdisjoint(beside):
        cue = _CUE
    if cue == 0 and _MONEY_SIGN.search(reading.text, max(0, figure.start - 12), figure.start):
        cue = _SIGN
    if cue == 0 and first - start <= 2 and number:
        cue = _heading(reading, number)
    if cue < 0:
        return Role(0.3 if widens else 0, number, widens=widens)
    points = _FREE + cue + _PERIOD * (figure.period is not None)
    return Role(points, number, cue >= _SIGN, is_net, widens)


def _cue(reading: Reading, start: int, first: int) -> float:
    """Points of the nearest word before a figure that says what it is; negative when it is no pay."""
    for back, place in enumerate(range(first - 1, max(start, first - _REACH_PAY) - 1, -1)):
        words = {reading.norms[place], reading.lemmas[place]}
        if words & _MAYBE_PAY and back < _REACH_OTHER:
            if not _REFERRAL.isdisjoint(reading.norms[max(start, place - _REFERRAL_REACH) : place]):
                return -1
            return _MAYBE + _NEAR * (back < _NEXT)
        if words & _PAY and not _is_deduction(reading, start, place):
            return _CUE + _NEAR * (back < _NEXT)
        if words & _OTHER and back < _REACH_OTHER and not _is_denied(reading, start, place):
            if reading.norms[place] == "uang" and reading.norms[place + 1 : place + 2] == ("saku",):
                continue
            return -1
    return 0


def _is_deduction(reading: Reading, start: int, place: int) -> bool:
    """True for "2 bulan gaji" and "potong gaji", which are prices."""
    return place > start and reading.norms[place - 1] in _NOT_A_CUE_AFTER


def _is_denied(reading: Reading, start: int, place: int) -> bool:
    return place > start and reading.norms[place - 1] in NEGATORS


def _heading(reading: Reading, number: int) -> float:
    """Points of a heading that stands alone on the line before: "GAJI:"."""
    start, end = reading.sentences[number - 1]
    words = reading.norms[start:end]
    if len(words) <= 4 and not _PAY.isdisjoint(words):
        return _CUE
    return 0
