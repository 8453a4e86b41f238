"""The kinds of parts, in the order of the menu. To add one: its module with a `KIND`, its line here, its static/js/parts/<name>.js."""

from bot.demo.part import Kind
from bot.demo.parts import check, live, quiz, roleplay, scene

KINDS: tuple[Kind, ...] = (check.KIND, scene.KIND, roleplay.KIND, quiz.KIND, live.KIND)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
