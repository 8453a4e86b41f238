"""Strongly connected components."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any


def components(
    starts: Iterable[Any], following: Callable[[Any], Iterable[Any]]
) -> Iterator[set[Any]]:
    """Strongly connected components of what can be reached (Tarjan), without recursion; each after those that follow it."""
    order: dict[Any, int] = {}
    low: dict[Any, int] = {}
    stack: list[Any] = []
    on_stack: set[Any] = set()
    for start in starts:
        if start in order:
            continue
        work = [(start, iter(list(following(start))))]
        order[start] = low[start] = len(order)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, rest = work[-1]
            for to in rest:
                if to not in order:
                    order[to] = low[to] = len(order)
                    stack.append(to)
                    on_stack.add(to)
                    work.append((to, iter(list(following(to)))))
                    break
                if to in on_stack:
                    low[node] = min(low[node], order[to])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    found = set()
                    while not found or node not in found:
                        found.add(stack.pop())
                    on_stack -= found
                    yield found
