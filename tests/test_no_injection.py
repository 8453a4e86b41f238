"""No text of a person can become a log's format, SQL, a command or HTML: where these are written, they are constants."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo.paths import STATIC
from bot.paths import ROOT

_PROGRAM = sorted(
    file for layer in ("knowledge", "actions", "bot") for file in (ROOT / layer).rglob("*.py")
)
_LOGS = frozenset("debug info warning error exception critical log".split())
_LEVELS = frozenset("debug info warning error exception critical".split())
_SQL = frozenset("exec_driver_sql execute executemany executescript text".split())
# Their words are put together of constants of the program: names of our own tables and numbers.
_SQL_OF_OURS = frozenset(
    (
        *("bot/keeping/target.py", "bot/database.py"),
        # Measures databases that it made itself.
        *("bot/bench/measures/lengths.py", "bot/bench/stored.py"),
    )
)
_RUNS = frozenset("eval exec compile system popen getoutput getstatusoutput".split())
# Of other objects than the builtins and os.
_HARMLESS = ("re.compile", "hypothesis.compile")


def _calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _place(file: Path, node: ast.expr) -> str:
    return f"{file.relative_to(ROOT).as_posix()}:{node.lineno} {ast.unparse(node)[:80]}"


def _is_made_of_parts(node: ast.expr) -> bool:
    """An f-string, "+", "%" or `.format`: words that others may have a part in."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    return isinstance(node, ast.BinOp) or (isinstance(node, ast.Call) and _name(node) == "format")


def log_formats(file: Path) -> Iterator[str]:
    """Calls of loggers whose format is no constant."""
    for call in _calls(file):
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in _LOGS:
            continue
        if "logg" not in ast.unparse(call.func.value).casefold() or not call.args:
            continue
        format_ = call.args[0] if call.func.attr in _LEVELS else call.args[-1]
        if _is_made_of_parts(format_):
            yield _place(file, call)


def events(file: Path) -> Iterator[str]:
    """Event lines with a name that is no constant."""
    for call in _calls(file):
        if _name(call) == "event" and call.args and not isinstance(call.args[0], ast.Constant):
            yield _place(file, call)


def sql(file: Path) -> Iterator[str]:
    """Statements that are put together."""
    if file.relative_to(ROOT).as_posix() in _SQL_OF_OURS:
        return
    for call in _calls(file):
        # Other things have a `text` too: a sheet of paper, a canvas.
        is_sql = _name(call) != "text" or ast.unparse(call.func) in ("sa.text", "text")
        if is_sql and _name(call) in _SQL and call.args and _is_made_of_parts(call.args[0]):
            yield _place(file, call)


def commands(file: Path) -> Iterator[str]:
    """What runs words: a shell, or Python itself."""
    for call in _calls(file):
        shell = any(
            word.arg == "shell"
            and not (isinstance(word.value, ast.Constant) and not word.value.value)
            for word in call.keywords
        )
        whole = ast.unparse(call.func)
        runs = whole in _RUNS or whole.startswith(("os.system", "os.popen", "subprocess.getoutput"))
        if shell or (runs and whole not in _HARMLESS):
            yield _place(file, call)


@pytest.mark.parametrize(
    "found", [log_formats, events, sql, commands], ids=lambda each: each.__name__
)
def test_nothing_is_put_together_where_words_could_do_something(found) -> None:
    assert [place for file in _PROGRAM for place in found(file)] == []


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (log_formats, 'logger.error(f"no {text}")'),
        (log_formats, 'logger.log(30, "no " + text)'),
        (log_formats, 'logging.getLogger("x").info("no %s" % text)'),
        (events, "event(text)"),
        (sql, 'connection.execute(f"SELECT {text}")'),
        (sql, 'sa.text("SELECT " + text)'),
        (commands, "subprocess.run(text, shell=True)"),
        (commands, "os.system(text)"),
        (commands, "eval(text)"),
    ],
)
def test_what_does_is_found(
    found, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.py"
    file.write_text(f"text = input()\n{code}\n", encoding="utf-8")
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    assert len(list(found(file))) == 1


def test_no_script_of_the_page_makes_html_or_code_of_words() -> None:
    makes = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc"
        r"|\beval\(|new Function|javascript:|setTimeout\(\s*[\"'`]|setInterval\(\s*[\"'`]"
    )
    scripts = list(STATIC.rglob("*.js"))
    assert len(scripts) > 10
    assert [file.name for file in scripts if makes.search(file.read_text(encoding="utf-8"))] == []
