"""`mawas doctor`: says what is installed, stale or missing, and how to mend it. Loads nothing heavy."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import metadata
from pathlib import Path

from bot import training
from bot.addresses import is_loopback
from bot.diagnosis import Diagnosis
from bot.paths import KNOWLEDGE, ROOT
from bot.program import install_again, typed
from bot.settings import Settings

OK, MISSING = 0, 4
# Model, store and caches take less than half of this; below it the first start may fail.
FREE_BYTES = 500_000_000


def run(settings: Settings) -> int:
    """Print every diagnosis; returns 0 when nothing is wrong, else 4."""
    diagnoses = [diagnosis for check in CHECKS for diagnosis in check(settings)]
    for diagnosis in diagnoses:
        print(typed(f"{'✗' if diagnosis.advice else '✓'} {diagnosis.about}: {diagnosis.state}"))
        if diagnosis.advice:
            print(typed(f"    Saran: {diagnosis.advice}"))
    wrong = sum(bool(diagnosis.advice) for diagnosis in diagnoses)
    print("Semua baik." if not wrong else f"{wrong} hal perlu diperbaiki.")
    return MISSING if wrong else OK


def _bundle(settings: Settings) -> Iterator[Diagnosis]:
    """In a folder for a USB stick: read every file again and compare."""
    from bot.bundle import manifest
    from bot.bundle.place import is_bundle
    from bot.bundle.start import told

    if not is_bundle():
        return
    from bot.bar import Bar

    made = manifest.read(ROOT)
    with Bar("Membaca ulang salinan") as bar:
        changed = list(manifest.changed(made, ROOT, bar.advance))
    wrong = manifest.fixed(changed)
    edited = len(changed) - len(wrong)
    state = f"dibuat {made.made_on} untuk {made.system}, {len(made.files)} berkas"
    if edited:
        state += f", {edited} berkas isi sudah diubah sejak itu"
    yield Diagnosis("Folder stik", state, told(wrong) if wrong else "")


def _python(settings: Settings) -> Iterator[Diagnosis]:
    version = ".".join(map(str, sys.version_info[:3]))
    right = sys.version_info[:2] == (3, 10)
    yield Diagnosis(
        "Python",
        version,
        "" if right else f"Mawas butuh Python 3.10. {install_again()}",
    )


def _packages(settings: Settings) -> Iterator[Diagnosis]:
    wanted = dict(line.split(" ")[0].split("==") for line in _lock_lines())
    wrong = [
        name
        for name in ("rasa", "rasa-sdk", "spacy", "sqlalchemy", "phonenumbers")
        if _installed(name) != wanted.get(name)
    ]
    state = f"{len(wanted)} pustaka di requirements.lock"
    yield Diagnosis(
        "Pustaka",
        state,
        f"Versi tidak cocok: {', '.join(wrong)}. {install_again()}" if wrong else "",
    )


def _lock_lines() -> Iterator[str]:
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if "==" in line and not line.startswith((" ", "#")):
            yield line.rstrip(" \\")


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _home(settings: Settings) -> Iterator[Diagnosis]:
    folder = settings.home if settings.home.exists() else _existing_parent(settings.home)
    free = shutil.disk_usage(folder).free
    advice = (
        ""
        if free > FREE_BYTES
        else "Ruang disk hampir habis. Kosongkan, atau pindahkan MAWAS_HOME ke tempat lain."
    )
    yield Diagnosis(
        "Folder data",
        f"{settings.home} ({_size(settings.home) / 1e6:.0f} MB terpakai, {free / 1e9:.1f} GB bebas)",
        advice,
    )


def _private(settings: Settings) -> Iterator[Diagnosis]:
    from bot.private_home import diagnoses

    yield from diagnoses(settings)


def _existing_parent(path: Path) -> Path:
    return next(parent for parent in path.parents if parent.exists())


def _size(folder: Path) -> int:
    return (
        sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        if folder.exists()
        else 0
    )


def _store(settings: Settings) -> Iterator[Diagnosis]:
    from sqlalchemy.exc import SQLAlchemyError

    from knowledge.build import is_current

    try:
        current = is_current(KNOWLEDGE, settings.db_url)
    except SQLAlchemyError as error:
        yield Diagnosis(
            "Basis pengetahuan",
            f"basis data tidak bisa dipakai ({type(error).__name__})",
            "Periksa MAWAS_DB_URL.",
        )
        return
    if current:
        yield Diagnosis("Basis pengetahuan", "terbaru")
    else:
        yield Diagnosis(
            "Basis pengetahuan", "belum ada atau tidak terbaru", "Jalankan ./mawas knowledge build."
        )


def _model(settings: Settings) -> Iterator[Diagnosis]:
    changed = training.changed_parts(settings)
    if len(changed) == len(training.PARTS):
        yield Diagnosis("Model", "belum ada", "Jalankan ./mawas train.")
    elif changed:
        yield Diagnosis(
            "Model", f"tidak terbaru (berubah: {', '.join(changed)})", "Jalankan ./mawas train."
        )
    else:
        size = training.model_path(settings).stat().st_size
        yield Diagnosis("Model", f"terbaru ({size / 1e6:.1f} MB)")


def _knowledge(settings: Settings) -> Iterator[Diagnosis]:
    from knowledge.lint import errors, lint
    from knowledge.load import load

    corpus = load(KNOWLEDGE)
    findings = lint(corpus)
    wrong = len(errors(findings))
    state = f"{len(corpus.documents)} berkas, {wrong} kesalahan, {len(findings) - wrong} peringatan"
    yield Diagnosis("Isi pengetahuan", state, "Jalankan ./mawas knowledge check." if wrong else "")


def _contacts(settings: Settings) -> Iterator[Diagnosis]:
    from sqlalchemy.exc import SQLAlchemyError

    from knowledge.findings import KnowledgeError
    from knowledge.load import today_in_jakarta
    from knowledge.store import Store

    year_ago = today_in_jakarta() - timedelta(days=365)
    try:
        fresh, every = Store(settings.db_url).confirmed_share(year_ago)
    except (SQLAlchemyError, KnowledgeError):
        return  # told with the store
    share = f"{fresh} dari {every} dipastikan dalam setahun ({fresh / max(every, 1):.0%})"
    # Old contacts are shown with their date; to check them is work for weeks, nothing that is broken.
    yield Diagnosis("Kontak", f"{share}; daftar kerja: ./mawas knowledge check --stale")


def _telegram(settings: Settings) -> Iterator[Diagnosis]:
    from bot.channels.telegram.checkup import diagnoses

    yield from diagnoses(settings)


def _kept(settings: Settings) -> Iterator[Diagnosis]:
    from bot.keeping.checkup import diagnoses

    yield from diagnoses(settings)


def _serve(settings: Settings) -> Iterator[Diagnosis]:
    from bot.channels.rest.checkup import diagnoses

    yield from diagnoses(settings)


def _health(settings: Settings) -> Iterator[Diagnosis]:
    # In a container that is right, so it is nothing that has to be mended.
    if not is_loopback(settings.health_listen):
        yield Diagnosis(
            "Halaman keadaan (--health-port)",
            f"di {settings.health_listen}, juga dari komputer lain: jangan buka port itu ke internet",
        )


def _running(settings: Settings) -> Iterator[Diagnosis]:
    from bot.reload.checkup import diagnoses

    yield from diagnoses(settings)


CHECKS: tuple[Callable[[Settings], Iterator[Diagnosis]], ...] = (
    _bundle,
    _python,
    _packages,
    _home,
    _private,
    _store,
    _model,
    _knowledge,
    _contacts,
    _telegram,
    _serve,
    _health,
    _kept,
    _running,
)
