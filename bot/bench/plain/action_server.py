"""The action server of plain Rasa: rasa-sdk's own, with our actions, which answer from the same knowledge.

    python -m bot.bench.plain.action_server PORT

It runs with the packages of Mawas, as an action server does that has an environment of its own: our actions need libraries that plain
Rasa does not bring, which would count as its installed size otherwise.
"""

from __future__ import annotations

import sys
from types import ModuleType

from bot.settings import Settings

_HOST = "127.0.0.1"


def main(port: int) -> None:
    """Serve until the process is ended."""
    settings = Settings.from_environment()
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    from rasa_sdk import endpoint
    from rasa_sdk.executor import ActionExecutor

    from actions.registry import all_actions
    from bot.screening import LateScreener
    from knowledge.store import Store

    class OurActions(ActionExecutor):
        """Registers instances: rasa-sdk makes its actions without arguments, ours are given a store."""

        def register_package(self, package: str | ModuleType) -> None:
            """All our actions, whatever package is named (see parent class)."""
            for action in all_actions(Store(settings.db_url), LateScreener(settings)):
                self.register_action(action)

    endpoint.ActionExecutor = OurActions
    app = endpoint.create_app("actions")
    app.run(_HOST, port, workers=1, access_log=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
