"""The `mawas` command. Heavy imports stand inside the functions: help and checks must feel instant."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot import knowledge_command, print_command, report_options, stats_command, suite_command
from bot.arguments import IndonesianParser
from bot.bench import command as bench_command
from bot.bundle import command as bundle_command
from bot.bundle.start import prepare as prepare_bundle
from bot.channels.rest import command as rest_command
from bot.channels.telegram import command as telegram_command
from bot.clean import sound
from bot.demo import command as demo_command
from bot.errors import MawasError, MissingError, told_os_error
from bot.keeping import command as keeping_command
from bot.private_home import close
from bot.program import typed
from bot.settings import Settings
from bot.version import VERSION

DONE, INTERRUPTED = 0, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        The exit status: 0 done, 1 a check found something wrong, 2 wrong use, 3 unreadable input, 4 something needed is missing.
    """
    _write_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["rasa"]:
        return _guarded(lambda settings: _rasa(settings, words[1:]))
    if words[:1] == ["test"]:
        return _guarded(lambda settings: suite_command.run(settings, words[1:]))
    options = _parser().parse_args(words)
    # What only looks changes nothing.
    looks = options.run is _doctor
    return _guarded(lambda settings: int(options.run(settings, options)), closes=not looks)


def _write_utf8() -> None:
    """What we write is UTF-8 whatever the locale: JSON must be, and no bullet or emoji may end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _guarded(command: Callable[[Settings], int], closes: bool = True) -> int:
    """Errors that a person can mend become one readable line."""
    try:
        settings = Settings.from_environment()
        if closes:
            close(settings.home)
        prepare_bundle(settings)
        status = command(settings)
        # What is still in the buffer may be what nobody reads any more.
        sys.stdout.flush()
        return status
    except MawasError as error:
        print(typed(f"mawas: {error}"), file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        # The reader of our output went away (`mawas ask | head`): nothing to tell anybody.
        # Python would try once more at its end, and end with 120.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        # A full disk, a folder that cannot be written.
        print(f"mawas: {told_os_error(error)}", file=sys.stderr)
        return MissingError.exit_status
    except KeyboardInterrupt:
        print(
            "\nDihentikan. Jalankan lagi kapan saja, pekerjaan dilanjutkan dari awal langkah terakhir.",
            file=sys.stderr,
        )
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = IndonesianParser(
        prog="mawas",
        description="Mawas: asisten berbahasa Indonesia untuk calon pekerja migran.",
    )
    version = f"mawas {VERSION}"
    parser.add_argument("--version", action="version", version=version, help="tampilkan versi")
    commands = parser.add_subparsers(required=True, metavar="perintah")

    chat = commands.add_parser("chat", help="mengobrol di terminal")
    chat.add_argument(
        "--debug",
        action="store_true",
        help="tampilkan maksud, keyakinan, entitas, tindakan, dan waktu",
    )
    chat.set_defaults(run=_chat)

    ask = commands.add_parser("ask", help="satu pesan per baris dari masukan standar")
    ask.add_argument("--json", action="store_true", help="satu objek JSON per pesan")
    ask.add_argument(
        "--dialogues",
        action="store_true",
        help="baris berurutan adalah satu percakapan, baris kosong memulai yang baru",
    )
    ask.set_defaults(run=_ask)

    check = commands.add_parser("check", help="memeriksa tawaran kerja dari berkas teks")
    check.add_argument("--json", action="store_true", help="satu objek JSON per masukan")
    check.add_argument(
        "--card", type=Path, metavar="FOLDER", help="tulis juga kartu hasil (PNG) ke folder ini"
    )
    check.add_argument("files", nargs="*", metavar="BERKAS", help="- untuk masukan standar")
    check.set_defaults(run=_check)

    servers = (telegram_command, rest_command, demo_command)
    tools = (report_options, bundle_command, stats_command, print_command, keeping_command)
    for part in (*servers, *tools):
        part.add_to(commands)

    train = commands.add_parser("train", help="melatih model bila ada yang berubah")
    train.add_argument("--force", action="store_true", help="latih walau tidak ada yang berubah")
    train.set_defaults(run=_train)

    knowledge_command.add_to(commands)

    doctor = commands.add_parser("doctor", help="memeriksa pemasangan dan cara memperbaikinya")
    doctor.set_defaults(run=_doctor)

    measure = commands.add_parser("eval", help="mengukur pemahaman dengan kalimat uji")
    measure.add_argument("--out", type=Path, help="folder hasil (bawaan: eval di MAWAS_HOME)")
    measure.add_argument("--final", action="store_true", help="ukur juga kalimat uji terakhir")
    measure.add_argument("--write", action="store_true", help="perbarui docs/scoreboard.md")
    measure.add_argument("--json", action="store_true", help="satu objek JSON, bukan tabel")
    measure.add_argument("--flyers", action="store_true", help="ukur juga tawaran sebagai gambar")
    measure.add_argument("--latency", action="store_true", help="hanya waktu memahami satu pesan")
    measure.set_defaults(run=_eval)

    explain = commands.add_parser("explain", help="menjelaskan cara satu kalimat dipahami")
    explain.add_argument("sentence", help="kalimatnya, dalam tanda kutip")
    explain.add_argument("--json", action="store_true", help="satu objek JSON")
    explain.set_defaults(run=_explain)

    bench_command.add_to(commands)
    commands.add_parser("test", help="menjalankan semua uji; pilihan lain diteruskan ke pytest")
    commands.add_parser("rasa", help="menjalankan perintah Rasa dengan jalur berkas kita")
    return parser


def _chat(settings: Settings, options: argparse.Namespace) -> int:
    from bot.in_terminal import answers

    answering = answers(settings, told_meanwhile=True)
    from bot.channels.shell import run

    run(
        answering.conversation,
        cards=settings.cards,
        debug=options.debug,
        is_whole=answering.is_whole,
    )
    return answering.status


def _ask(settings: Settings, options: argparse.Namespace) -> int:
    from bot.in_terminal import answers

    answering = answers(settings)
    from bot.channels.lines import run

    run(answering.conversation, as_json=options.json, dialogues=options.dialogues)
    return answering.status


def _check(settings: Settings, options: argparse.Namespace) -> int:
    from bot.rasa_environment import prepare

    # No warnings of libraries on standard error, where inputs that cannot be read are named.
    prepare(settings.log_level, settings.home)
    from bot.check_command import run

    return run(settings, options.files, as_json=options.json, cards=options.card)


def _train(settings: Settings, options: argparse.Namespace) -> int:
    from bot.rasa_environment import prepare
    from bot.readiness import build_screening, train_model

    prepare(settings.log_level, settings.home)
    if build_screening(settings, options.force):
        print("Pemeriksa tawaran selesai dilatih.")
    print(
        "Model selesai dilatih."
        if train_model(settings, options.force)
        else "Tidak ada yang berubah. Model sudah terbaru."
    )
    return DONE


def _doctor(settings: Settings, options: argparse.Namespace) -> int:
    from bot.doctor import run

    return run(settings)


def _eval(settings: Settings, options: argparse.Namespace) -> int:
    _ready(settings)
    if options.latency:
        from bot.evaluation.speed import run_latency
        from bot.training import model_path

        return run_latency(model_path(settings))
    from bot.conversation import Conversation
    from bot.evaluation.run import run

    names = ("out", "final", "write", "flyers")
    wanted = {name: getattr(options, name) for name in names}
    return run(settings, Conversation.load(settings), as_json=options.json, **wanted)


def _explain(settings: Settings, options: argparse.Namespace) -> int:
    _ready(settings)
    from bot.conversation import Conversation
    from bot.evaluation.explain import run

    return run(settings, Conversation.load(settings), sound(options.sentence), as_json=options.json)


def _rasa(settings: Settings, words: list[str]) -> int:
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home, show_warnings=True)
    from bot.rasa_command import run

    return run(settings, words)


def _ready(settings: Settings) -> None:
    """Environment for Rasa, then store and model."""
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    from bot.readiness import get_ready

    get_ready(settings)
