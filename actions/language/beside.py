"""Decides by the words beside it whether a word that has other meanings is meant as a name."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from spacy.tokens import Doc

from actions.language.spelling import slang

# A district whose name is also an everyday word or a first name counts as a place only after one of these.
PLACE_MARKERS = frozenset(
    """
    asal dari di ke kabupaten kab kota kotamadya provinsi prov daerah orang wilayah desa warga asli sekitar menuju via lewat
    domisili bandara pelabuhan terminal kecamatan kec pulau polres polsek polda disnaker bp3mi p4mi ltsa imigrasi kanim lbh pemkab
    pemkot bupati kodim negara negeri dekat bp2mi kp2mi tujuan
    """.split()
)
ABBREVIATED_MARKERS = frozenset({"kab", "prov", "kec"})
# After these, the name of a place names a language, a dish, a club, a film or a person.
NO_PLACE_AFTER = frozenset(
    """
    bahasa bhs bhsa basa boso bahase huruf tulisan aksara logat nasi soto sate bakso pecel masakan kuliner rendang pempek gudeg
    dodol kopi mie batik drama film sinetron lagu real atletico timnas persib persebaya arema persija psm psis piala biskuit kue
    tukang paku si namanya bernama
    """.split()
)
# In these a word looks like a name and is none.
NOT_NAMES = tuple(
    phrase.strip()
    for phrase in """
    makan padang, rumah makan padang, rm padang, warung padang, warung nasi padang, resto padang, restoran padang, ayam padang,
    padang pasir, padang rumput, padang mahsyar, padang ilalang, padang golf, padang panas, medan perang, medan tempur, medan laga,
    medan juang, medan pertempuran, medan magnet, medan berat, medan sulit, palu hakim, palu arit, palu godam, pakai palu,
    bawa palu, pegang palu, palu sama paku, palu dan paku, paku sama palu, paku dan palu, ketok palu, alkitab kudus, roh kudus,
    injil kudus, kitab kudus, malam kudus, komuni kudus, perjamuan kudus, air jordan, michael jordan, korea utara, liang lahat,
    bahan baku, bom bali, jeruk bali, babi guling bali, ayam bangkok, durian bangkok, jambu bangkok, pepaya bangkok,
    pepaya california, apel washington, kacang bogor, talas bogor, asinan bogor, bika medan, jamu madura, celurit madura,
    warung madura, warung tegal, serabi solo, mangga indramayu, kurma madinah, turki utsmani, kucing persia, buah naga vietnam,
    beras vietnam, beras thailand, bebek madura, telur asin brebes, tahu sumedang, pak bima, bapak bima, mas bima, bang bima,
    kak bima, om bima, mang bima, kang bima, bu bima, nama bima, bima sakti, bima arya, pak oman, bapak oman, mang oman, om oman,
    haji oman, kang oman, nama oman, pak juanda, bapak juanda, haji juanda, jalan juanda, toko bangunan, bahan bangunan,
    izin mendirikan bangunan, roma makan, paris agreement, perjanjian paris, pak agam, mas agam, bang agam, batu bara, batu bata,
    batu karang, batu nisan, batu loncatan, batu ginjal, batu akik, batu sandungan, polisi tidur, catatan kepolisian, harga pabrik,
    kebun binatang, kebun raya, operator seluler, operator telepon, operator kartu, operator hp, operator telkomsel, bank soal,
    bank plecit, bank titil, bank keliling, bank data, bank sampah, bank dunia, power bank, admin grup, admin group, biaya admin,
    uang admin, admin fee, om admin, tiket antrian, visa card, sertifikat tanah, sertifikat rumah, sertifikat vaksin,
    kuningan jakarta, solo traveling, solo karir, penyanyi solo, batu empedu, mas demak
    """.replace("\n", ",").split(",")
    if phrase.strip()
)
# Words that make the next noun a job: "kerja di kebun", "lowongan: admin, operator".
JOB_MARKERS = frozenset(
    """
    kerja bekerja pekerjaan kerjaan jadi menjadi sebagai bagian posisi lowongan staf staff karyawan pekerja buruh kuli tukang
    butuh dibutuhkan membutuhkan ditawari tawaran gaji lamar melamar dipekerjakan standar upah magang proyek job kerjanya
    pekerjaannya ngelamar nawarin tawarin ditawarin rekrut merekrut digaji
    """.split()
)
# Words that make the noun before them a job: "admin slot", "cs judi online".
JOB_MARKERS_AFTER = frozenset(
    "judi judol slot online daring scam penipuan kripto crypto betting kasino casino wanted dibutuhkan".split()
)
# Beside these, "kk" is the family card and not "kakak".
_PAPERS = frozenset(
    """
    ktp ektp fotokopi fotocopy foto fc scan kopian copy nomor data satu pisah pecah bikin buat urus ngurus akta akte ijazah skck
    paspor dokumen punya tanpa nama asli palsu barcode lembar rangkap alamat dukcapil surat nik upload unggah lampirkan lampiran
    bawa difoto minta diminta
    """.split()
)
# Words of concepts in knowledge/ that are entities only where the words beside them say so.
DOUBTFUL_WORDS = frozenset({"kk", "admin", "bangunan", "cs", "kebun", "ladang", "sawit"})
# Value of an entity -> names that no concept lists, because elsewhere they mean something else.
ALSO_WRITTEN: Mapping[str, tuple[str, ...]] = {"kk": ("kk",)}
_LINKS = frozenset({",", "/", "dan", "sama", "&", "+", "-", "atau", "dengan", "plus"})
_HOW_FAR = 3


def is_place(doc: Doc, start: int, end: int) -> bool:
    """False for "bahasa Korea" and "si Oman", in which the name of a place says something else."""
    return not (start and doc[start - 1].norm_ in NO_PLACE_AFTER)


def is_doubtful_place(doc: Doc, start: int, end: int) -> bool:
    """True when the words beside "malang" or "serang" say that the place is meant; "kab. Malang" is three tokens."""
    if not start:
        return end < len(doc) and doc[end].norm_ in ("ada", "punya")
    before = doc[start - 1]
    if before.norm_ in PLACE_MARKERS:
        return True
    if before.text == "." and start > 1 and doc[start - 2].norm_ in ABBREVIATED_MARKERS:
        return True
    return _has_own_capital(doc, start)


def is_doubtful_job(doc: Doc, start: int, end: int) -> bool:
    """True when one of the words before makes the noun a job: "kerja di kebun", not "jual kebun"."""
    if start and doc[start - 1].norm_ in DOUBTFUL_WORDS:
        return False
    if end < len(doc) and doc[end].norm_ in JOB_MARKERS_AFTER:
        return True
    for place in range(start - 1, max(start - 1 - _HOW_FAR, -1), -1):
        if doc[place].norm_ in JOB_MARKERS:
            return True
        if doc[place].text in (".", "?", "!"):
            return False
    return False


def is_family_card(doc: Doc, start: int, end: int) -> bool:
    """True for the "kk" of "ktp sama kk", not for that of "kk mau tanya"."""
    before = [token.norm_ for token in doc[max(start - 2, 0) : start]]
    after = [token.norm_ for token in doc[end : end + 2]]
    if before and (before[-1] in _PAPERS or (before[-1] in _LINKS and before[0] in _PAPERS)):
        return True
    if after and (
        after[0] in _PAPERS - {"minta", "punya", "bawa"}
        or (after[0] in _LINKS and after[-1] in _PAPERS)
    ):
        return True
    return _has_own_capital(doc, start)


@lru_cache(maxsize=1)
def _slang_words() -> frozenset[str]:
    return frozenset(slang().values())


def _has_own_capital(doc: Doc, start: int) -> bool:
    """True for a capital that neither the beginning of a sentence nor the manner of the whole message explains."""
    token = doc[start]
    if not start or not token.text[0].isupper() or doc[start - 1].text in ".?!:\n-":
        return False
    others = [word for word in doc if word.is_alpha and word.i != start]
    capitals = sum(word.text[0].isupper() for word in others)
    return capitals * 2 < len(others)


# Label of an entity -> what must hold for a doubtful word to be one.
DOUBTFUL: Mapping[str, Callable[[Doc, int, int], bool]] = {
    "negara": is_doubtful_place,
    "provinsi": is_doubtful_place,
    "pekerjaan": is_doubtful_job,
    "dokumen": is_family_card,
}
PLACE_LABELS = frozenset({"negara", "provinsi"})


def is_meant(
    doc: Doc, start: int, end: int, label: str, doubtful_words: frozenset[str] | None
) -> bool:
    """True when the words beside a match let it be what its label says.

    Args:
        doc: the message, without tokens of white space.
        start: first token of the match.
        end: token after its last.
        label: kind of entity.
        doubtful_words: how a doubtful name is written; None for a name that has no other meaning.
    """
    if label in PLACE_LABELS and not is_place(doc, start, end):
        return False
    if doubtful_words is None:
        return True
    # "KL" has the common spelling of "kl" and "kalau".
    if doc[start].norm_ in _slang_words() and doc[start:end].text.casefold() not in doubtful_words:
        return False
    return DOUBTFUL[label](doc, start, end)
