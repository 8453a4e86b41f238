"""Tells whether a regular expression may take exponential time, from its structure alone: no clock, no luck.

A backtracking matcher takes exponential time where a loop can read the same letters in two ways: "(a+)+", "(a|a)*", "(\\w*,?)*". The
expression becomes an automaton whose states are the places where it reads a letter (Glushkov); two ways are a pair of different states,
reached from one state by the same letters, that lead back to it (exponential degree of ambiguity, Weber and Seidl 1991).
Conditions that read nothing (anchors, lookarounds) count as always true, so the answer may be a false alarm and never a false calm.
"""

from __future__ import annotations

import re
import sre_constants as c
import sre_parse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tests.helpers.graphs import components

# A part that may stand so often is as good as a loop: "(a?){30}" has a thousand million ways.
_MANY = 10
# Letters that stand for all others of their kind.
_USUAL = "aZ5_ \t\n.,:;-/@()é€ж\u0660\u200d\x01"
_CATEGORIES = {
    c.CATEGORY_DIGIT: r"\d", c.CATEGORY_NOT_DIGIT: r"\D", c.CATEGORY_SPACE: r"\s",
    c.CATEGORY_NOT_SPACE: r"\S", c.CATEGORY_WORD: r"\w", c.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


@dataclass
class _Part:
    """A piece of the expression: in how many ways it is empty, and the states that begin and end it with the number of ways."""

    empty: int = 0
    first: Counter[int] = field(default_factory=Counter)
    last: Counter[int] = field(default_factory=Counter)


class _Automaton:
    def __init__(self, flags: int, letters: Sequence[str]) -> None:
        self.reads: list[int] = []
        self.follow: dict[int, Counter[int]] = defaultdict(Counter)
        # Each stands for itself: what is looked ahead at.
        self.inner: list[Any] = []
        self._ignores_case = bool(flags & re.IGNORECASE)
        self._dot_all = bool(flags & re.DOTALL)
        self._letters = letters

    def sequence(self, nodes: Iterable[Any]) -> _Part:
        whole = _Part(empty=1)
        for op, value in nodes:
            whole = self._joined(whole, self._node(op, value))
        return whole

    def _node(self, op: Any, value: Any) -> _Part:
        if op in (c.MAX_REPEAT, c.MIN_REPEAT):
            return self._repeated(*value)
        if op is c.SUBPATTERN:
            return self.sequence(value[3])
        if op is c.BRANCH:
            return self._either(map(self.sequence, value[1]))
        if op is c.GROUPREF_EXISTS:
            return self._either(self.sequence(each or ()) for each in value[1:])
        if op in (c.ASSERT, c.ASSERT_NOT):
            self.inner.append(value[1])
            return _Part(empty=1)
        if op is c.AT:
            return _Part(empty=1)
        if op is c.GROUPREF:
            # It reads what its group read, in one way.
            return self._leaf(c.ANY_ALL, None)
        return self._leaf(op, value)

    def _repeated(self, least: int, most: Any, body: Any) -> _Part:
        whole = _Part(empty=1)
        for _ in range(min(least, _MANY) - (most is c.MAXREPEAT or most >= _MANY)):
            whole = self._joined(whole, self.sequence(body))
        if most is c.MAXREPEAT or most >= _MANY:
            loop = self._loop(self.sequence(body))
            if loop.empty and least >= _MANY:
                # Any of the times that it must stand may be the empty ones.
                self._loop(loop)
            loop.empty = max(loop.empty, int(least == 0))
            return self._joined(whole, loop)
        # Inside each other, for the second is only there after the first: "a(?:a(?:a)?)?".
        rest = _Part(empty=1)
        for _ in range(most - least):
            rest = self._joined(self.sequence(body), rest)
            rest.empty = 1
        return self._joined(whole, rest)

    def _loop(self, part: _Part) -> _Part:
        for end, ways in part.last.items():
            for start, more in part.first.items():
                self.follow[end][start] += ways * more
        return part

    def _joined(self, one: _Part, other: _Part) -> _Part:
        for end, ways in one.last.items():
            for start, more in other.first.items():
                self.follow[end][start] += ways * more
        return _Part(
            one.empty * other.empty,
            one.first + _times(other.first, one.empty),
            other.last + _times(one.last, other.empty),
        )

    @staticmethod
    def _either(parts: Iterable[_Part]) -> _Part:
        whole = _Part()
        for part in parts:
            whole = _Part(
                whole.empty + part.empty, whole.first + part.first, whole.last + part.last
            )
        # Two empty choices are one way to read nothing.
        whole.empty = min(whole.empty, 1)
        return whole

    def _leaf(self, op: Any, value: Any) -> _Part:
        self.reads.append(
            sum(
                1 << place
                for place, letter in enumerate(self._letters)
                if self._read(op, value, letter)
            )
        )
        state = Counter([len(self.reads) - 1])
        return _Part(0, state, Counter(state))

    def _read(self, op: Any, value: Any, letter: str) -> bool:
        forms = {letter, letter.lower(), letter.upper()} if self._ignores_case else {letter}
        if op is c.IN:
            negated = bool(value) and value[0][0] is c.NEGATE
            return negated != any(
                _in_class(item, form) for item in value[negated:] for form in forms
            )
        if op is c.ANY:
            return self._dot_all or letter != "\n"
        return op is c.ANY_ALL or any(_in_class((op, value), form) for form in forms)


def is_exponential(pattern: str, flags: int = 0) -> bool:
    """Whether a loop of the pattern can read the same letters in two ways."""
    return any(map(_is_ambiguous, _automata(pattern, flags)))


def loops_in_a_row(pattern: str, flags: int = 0) -> int:
    """How many loops of the pattern can share a run of one letter among them: "\\s*a?\\s*" two.

    To find that none of the ways leads on takes time that grows with that power of the length of the run.
    """
    return max(map(_longest_row, _automata(pattern, flags)))


def _automata(pattern: str, flags: int) -> Iterator[_Automaton]:
    """Of the pattern, and of each that it looks ahead or back at."""
    tree = sre_parse.parse(pattern, flags)
    letters = [*_USUAL, *sorted({*_letters_of(tree)} - {*_USUAL})]
    waiting: list[Any] = [tree]
    while waiting:
        automaton = _Automaton(tree.state.flags, letters)
        automaton.sequence(waiting.pop())
        yield automaton
        waiting += automaton.inner


def _times(states: Counter[int], ways: int) -> Counter[int]:
    return Counter({state: count * ways for state, count in states.items() if ways})


def _in_class(item: Any, letter: str) -> bool:
    op, value = item
    if op is c.LITERAL:
        return ord(letter) == value
    if op is c.NOT_LITERAL:
        return ord(letter) != value
    if op is c.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    return _is_of(value, letter)


@lru_cache(maxsize=100_000)
def _is_of(category: Any, letter: str) -> bool:
    return re.match(_CATEGORIES[category], letter) is not None


def _letters_of(nodes: Any) -> Iterator[str]:
    """Letters at which a class of the pattern begins or ends."""
    if isinstance(nodes, tuple) and len(nodes) == 2 and nodes[0] in (c.LITERAL, c.NOT_LITERAL):
        yield chr(nodes[1])
    elif isinstance(nodes, tuple) and len(nodes) == 2 and nodes[0] is c.RANGE:
        yield from (chr(nodes[1][0]), chr(nodes[1][1]))
    elif isinstance(nodes, sre_parse.SubPattern | tuple | list):
        for node in nodes:
            yield from _letters_of(node)


def _is_ambiguous(automaton: _Automaton) -> bool:
    follow, reads = automaton.follow, automaton.reads
    for component in components(range(len(reads)), lambda state: follow[state]):
        inside = {state: [to for to in follow[state] if to in component] for state in component}
        if any(follow[state][to] > 1 for state in component for to in inside[state]):
            return True
        if len(component) > 1 and _has_two_ways(inside, reads):
            return True
    return False


def _longest_row(automaton: _Automaton) -> int:
    longest = 0
    for place in range(len(_USUAL)):
        states = [state for state, read in enumerate(automaton.reads) if read >> place & 1]
        reads = frozenset(states)

        def following(state: int, reads: frozenset[int] = reads) -> list[int]:
            return [to for to in automaton.follow[state] if to in reads]

        rows: dict[int, int] = {}
        # Components come out in such an order that what follows one was there before.
        for component in components(states, following):
            after = {to for state in component for to in following(state)}
            row = max((rows[to] for to in after - component), default=0)
            row += bool(after & component)
            rows |= dict.fromkeys(component, row)
            longest = max(longest, row)
    return longest


def _has_two_ways(inside: dict[int, list[int]], reads: list[int]) -> bool:
    """Whether two different ways lead from a state of a loop back to it over the same letters."""

    def following(pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
        for one in inside[pair[0]]:
            for other in inside[pair[1]]:
                if reads[one] & reads[other]:
                    yield one, other

    same = [(state, state) for state in inside]
    for component in components(same, following):
        alike = sum(one == other for one, other in component)
        if 0 < alike < len(component):
            return True
    return False
