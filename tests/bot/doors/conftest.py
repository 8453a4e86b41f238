"""The page for tests of all doors."""

from tests.bot.demo.conftest import at_desk

__all__ = ["at_desk"]
