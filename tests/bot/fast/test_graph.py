"""The graph runner gives what dask gives."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner

from bot.fast.graph import OrderedGraphRunner


class Node:
    """Joins what it is given, and counts how often it ran."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.runs = 0

    def __call__(self, *given: tuple[str, Any]) -> tuple[str, str]:
        self.runs += 1
        return self.name, f"{self.name}({','.join(str(value) for _, value in given)})"


def schema(**needs: list[str]) -> GraphSchema:
    """A graph: component -> what it needs."""
    return GraphSchema(
        {
            name: SchemaNode(
                needs={f"p{number}": each for number, each in enumerate(others)},
                uses=object,  # type: ignore[arg-type]
                constructor_name="create",
                fn="run",
                config={},
                is_target=name == "end",
            )
            for name, others in needs.items()
        }
    )


GRAPH = schema(
    read=["__message__"],
    left=["read"],
    right=["read", "__tracker__"],
    end=["left", "right", "left"],
    apart=["__message__"],
)


@pytest.fixture
def runners(monkeypatch: pytest.MonkeyPatch) -> tuple[OrderedGraphRunner, DaskGraphRunner]:
    def nodes(graph: GraphSchema, *_: Any) -> dict[str, Node]:
        return {name: Node(name) for name in graph.nodes}

    monkeypatch.setattr(DaskGraphRunner, "_instantiate_nodes", staticmethod(nodes))
    made = [kind(GRAPH, None, None) for kind in (OrderedGraphRunner, DaskGraphRunner)]  # type: ignore[arg-type]
    return made[0], made[1]  # type: ignore[return-value]


@pytest.mark.parametrize("targets", [None, ["end"], ["left", "apart"], ["read"]])
def test_it_gives_what_dask_gives(runners: Any, targets: list[str] | None) -> None:
    inputs = {"__message__": "halo", "__tracker__": 7}
    one, other = (runner.run(inputs=inputs, targets=targets) for runner in runners)
    assert one == other


def test_each_component_runs_once_and_only_when_it_is_needed(runners: Any) -> None:
    runner, _ = runners
    runner.run(inputs={"__message__": "a", "__tracker__": 1}, targets=["end"])
    ran = {name: node.runs for name, node in runner._instantiated_nodes.items()}
    assert ran == {"read": 1, "left": 1, "right": 1, "end": 1, "apart": 0}


def test_a_missing_input_and_a_name_that_clashes_are_told(runners: Any) -> None:
    runner, _ = runners
    with pytest.raises(GraphRunError, match="read needs __message__"):
        runner.run(inputs={}, targets=["read"])
    with pytest.raises(GraphRunError, match="name of a component"):
        runner.run(inputs={"read": 1, "__message__": 1}, targets=["read"])


def test_an_error_in_a_component_is_its_own(runners: Any) -> None:
    runner, _ = runners

    def fails(*_: Any) -> None:
        raise KeyError("mine")

    runner._instantiated_nodes["read"] = fails
    with pytest.raises(KeyError, match="mine"):
        runner.run(inputs={"__message__": 1}, targets=["read"])
