"""Processes that are measured: what they use, how they end, and what is told when they fail."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from bot.bench.errors import MeasureError
from bot.bench.processes import LOOPBACK, Running, answers, environment, free_port, run
from bot.bench.terminal import Terminal
from bot.bench.usage import MB, NOTHING, need_proc, usage_of
from bot.errors import MissingError

PYTHON = (sys.executable, "-I", "-c")
PATIENCE = 10.0
SLEEPS = "import time; print('siap', flush=True); time.sleep(60)"


def test_a_finished_process_has_its_output_and_processor_time() -> None:
    code = "import sys\nfor n in range(3_000_000): pass\nprint(sys.stdin.read())"
    done = run("Uji", [*PYTHON, code], env=environment(), typed="halo")
    assert done.out == "halo\n"
    assert done.processor > 0
    assert done.seconds > 0


def test_a_failing_process_is_told_with_its_last_words_and_advice() -> None:
    code = "import sys; print('baris'); print('rusak', file=sys.stderr); sys.exit(3)"
    with pytest.raises(MeasureError, match="Uji berhenti dengan status 3") as failed:
        run("Uji", [*PYTHON, code], env=environment())
    assert "rusak" in str(failed.value)
    assert "Saran: " in str(failed.value)


def test_a_killed_process_is_told_as_a_lack_of_memory() -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    with pytest.raises(MeasureError, match="memori mungkin habis"):
        run("Uji", [*PYTHON, code], env=environment())


def test_a_process_that_is_not_done_in_time_is_ended_and_told() -> None:
    with pytest.raises(MeasureError, match="Uji tidak menjawab"):
        run("Uji", [*PYTHON, SLEEPS], env=environment(), patience=0.2)
    done = run("Uji", [*PYTHON, "print('cepat')"], env=environment(), patience=60)
    assert done.out == "cepat\n"


def test_somebody_else_at_the_port_is_not_taken_for_the_server() -> None:
    """The server ends because its port is taken; at that port somebody answers all the same."""
    code = (
        "import socket, sys\n"
        "other = socket.socket(); other.bind(('127.0.0.1', int(sys.argv[1]))); other.listen()"
    )
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with Running("Uji", [*PYTHON, code, port], env=environment()) as server:
            server.process.wait(60)
            with pytest.raises(MeasureError, match="status 1") as failed:
                server.wait_for(lambda: True)
    assert "Address already in use" in str(failed.value)


def test_processor_time_of_running_processes_is_fine_enough_for_a_message() -> None:
    code = "import time\nfor n in range(3_000_000): pass\nprint('siap', flush=True); time.sleep(60)"
    with Running("Uji", [*PYTHON, code], env=environment()) as running:
        running.wait_for(lambda: "siap" in running.said())
        assert 0 < running.processor() < 60
        os.kill(running.process.pid, signal.SIGKILL)
        running.process.wait(60)
        with pytest.raises(MeasureError, match="memori mungkin habis"):
            running.processor()


def test_a_server_that_ends_or_does_not_answer_is_told() -> None:
    with (
        Running(
            "Rasa polos", [*PYTHON, "raise SystemExit('tidak bisa')"], env=environment()
        ) as ended,
        pytest.raises(MeasureError, match="--prepare") as failed,
    ):
        ended.wait_for(lambda: False)
    assert "tidak bisa" in str(failed.value)
    with (
        Running("Uji", [*PYTHON, SLEEPS], env=environment()) as slow,
        pytest.raises(MeasureError, match="tidak menjawab"),
    ):
        slow.wait_for(lambda: False, patience=0.1)


def test_children_are_counted_and_end_with_their_parent() -> None:
    child = "import os, time; print(os.getpid(), 'siap', flush=True); time.sleep(60)"
    code = f"import subprocess, sys, time\nsubprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)"
    with Running("Uji", [*PYTHON, code], env=environment()) as running:
        running.wait_for(lambda: "siap" in running.said())
        number = int(running.said().split()[0])
        assert running.usage.memory > usage_of(number).memory > MB
    # Nobody may have asked for its status yet, and the system takes a moment, but then it holds nothing any more.
    until = time.monotonic() + PATIENCE
    while usage_of(number).memory and time.monotonic() < until:
        time.sleep(0.01)
    assert usage_of(number).memory == 0
    assert usage_of(running.process.pid) == NOTHING


def test_what_a_stat_file_says(tmp_path: Path) -> None:
    def process(pid: int, parent: int, ticks: int, pages: int) -> None:
        (tmp_path / str(pid)).mkdir()
        fields = ["S", str(parent), *["0"] * 9, str(ticks), "0", "0", "0", *["0"] * 6, str(pages)]
        (tmp_path / str(pid) / "stat").write_text(f"{pid} (a ) name) {' '.join(fields)} 0")

    process(1, 0, 100, 5)
    process(2, 1, 50, 3)
    process(3, 2, 25, 1)
    process(4, 0, 1000, 1000)
    (tmp_path / "meminfo").write_text("")
    used = usage_of(1, tmp_path)
    assert used.seconds == 175 / os.sysconf("SC_CLK_TCK")
    assert used.memory == 9 * os.sysconf("SC_PAGE_SIZE")


def test_a_system_without_proc_is_told(tmp_path: Path) -> None:
    need_proc()
    with pytest.raises(MissingError, match="Linux"):
        need_proc(tmp_path)


def test_a_terminal_types_ahead_and_reads_until_the_words_come() -> None:
    code = "line = input('> '); print('jawab', line.upper()); import time; time.sleep(60)"
    with Terminal("Uji", [*PYTHON, code], env=environment()) as terminal:
        terminal.type("halo")
        assert terminal.seconds_until("jawab HALO") > 0
        assert terminal.usage.memory > 0


def test_a_terminal_whose_program_ends_is_told() -> None:
    with (
        Terminal("Uji", [*PYTHON, "print('selamat tinggal')"], env=environment()) as terminal,
        pytest.raises(MeasureError, match="selamat tinggal"),
    ):
        terminal.seconds_until("tidak pernah")


def test_nobody_answers_at_a_free_port() -> None:
    assert not answers(f"http://127.0.0.1:{free_port()}/")


def test_the_environment_is_ours_with_changes() -> None:
    assert environment(UJI="1") == {**os.environ, "UJI": "1"}
