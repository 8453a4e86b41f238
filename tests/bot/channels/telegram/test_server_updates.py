"""The fake Bot API server, asked by the real python-telegram-bot: updates, webhooks, accidents."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter

from tests.bot.channels.telegram.scenes import SARI, Scene, bot_of
from tests.helpers.telegram_server import NO_LIMITS, Fault, Limits, Plan, TelegramServer
from tests.helpers.telegram_server.errors import ApiError
from tests.helpers.telegram_server.formatted import parse_html
from tests.helpers.telegram_server.limits import Governor


def play(scene: Scene, plan: Plan | None = None) -> TelegramServer:
    async def run() -> TelegramServer:
        async with TelegramServer(NO_LIMITS, plan, pause=0.02) as server:
            async with bot_of(server) as bot:
                await scene(server, bot)
            return server

    return asyncio.run(run())


def texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [update.message.text if update.message else None for update in updates]


def test_updates_are_kept_until_a_higher_offset_confirms_them() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        sari = server.person(SARI)
        for word in ("satu", "dua", "tiga"):
            sari.says(word)
        first = await bot.get_updates(limit=2)
        assert texts(first) == ["satu", "dua"]
        assert texts(await bot.get_updates()) == ["satu", "dua", "tiga"]
        rest = await bot.get_updates(offset=first[-1].update_id + 1)
        assert texts(rest) == ["tiga"]
        assert texts(await bot.get_updates(offset=first[0].update_id)) == ["tiga"]
        assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()

    play(scene)


def test_a_poll_waits_for_the_first_update() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        poll = asyncio.create_task(bot.get_updates(timeout=10))
        await asyncio.sleep(0.1)
        assert not poll.done()
        server.person(SARI).says("halo")
        assert texts(await poll) == ["halo"]

    play(scene)


def test_a_second_poll_throws_out_the_first() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        async with bot_of(server) as other:
            first = asyncio.create_task(bot.get_updates(timeout=10))
            await asyncio.sleep(0.1)
            second = asyncio.create_task(other.get_updates(timeout=10))
            with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure"):
                await first
            server.person(SARI).says("halo")
            assert texts(await second) == ["halo"]

    play(scene)


def test_what_a_bot_did_not_ask_for_does_not_come() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        await bot.get_updates(allowed_updates=["message"])
        assert server.person(SARI).blocks() is None
        assert server.person(SARI).says("halo") is not None

    play(scene)


def test_a_group_shows_a_plain_member_only_what_is_meant_for_it() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        group, sari = server.group(-1005), server.person(SARI)
        assert sari.says("apa kabar", to=group) is None
        assert sari.says("/cek", to=group) is not None
        assert sari.says("@mawas_uji_bot tolong", to=group) is not None
        group.promotes_bot()
        assert sari.says("apa kabar", to=group) is not None

    play(scene)


def test_a_webhook_gets_what_waits_with_the_secret_until_it_says_200() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        got: list[tuple[str | None, str]] = []
        answers = iter((500, 200, 200, 200))

        async def take(request: web.Request) -> web.Response:
            update = await request.json()
            secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
            got.append((secret, update["message"]["text"]))
            return web.Response(status=next(answers))

        app = web.Application()
        app.router.add_post("/hook", take)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        server.webhook.proxy = {
            "https://mawas.example": f"http://127.0.0.1:{runner.addresses[0][1]}"
        }
        server.webhook.retry = 0.01
        with pytest.raises(
            BadRequest, match=r"(?i)bad webhook: An HTTPS URL must be provided for web"
        ):
            await bot.set_webhook("http://mawas.example/hook")
        with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
            await bot.set_webhook("https://mawas.example/hook", secret_token="rahasia!")
        await bot.set_webhook("https://mawas.example/hook", secret_token="rahasia")
        for word in ("satu", "dua", "tiga"):
            server.person(SARI).says(word)
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await bot.get_updates()
        while server.updates.pending:
            await asyncio.sleep(0.01)
        assert got == [("rahasia", word) for word in ("satu", "satu", "dua", "tiga")]
        assert (await bot.get_webhook_info()).url == "https://mawas.example/hook"
        await bot.delete_webhook()
        assert await bot.get_updates() == ()
        await runner.cleanup()

    play(scene)


def test_ordered_accidents_happen_once() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        sari = server.person(SARI)
        sari.says("halo")
        server.faults.order("sendMessage", Fault.BAD_GATEWAY)
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.send_message(SARI, "a")
        server.faults.order("sendMessage", Fault.RESET)
        with pytest.raises(NetworkError):
            await bot.send_message(SARI, "b")
        server.faults.order("sendMessage", Fault.TOO_MANY)
        with pytest.raises(RetryAfter):
            await bot.send_message(SARI, "c")
        assert sari.answers() == []
        server.faults.order("sendMessage", Fault.RESET_AFTER)
        with pytest.raises(NetworkError):
            await bot.send_message(SARI, "d")
        await bot.send_message(SARI, "e")
        assert [message["text"] for message in sari.answers()] == ["d", "e"]
        assert [call.heard for call in server.called("sendMessage")] == [False, True]

    assert play(scene).faults.happened.total() == 4


def test_a_plan_brings_confirmed_updates_again() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        server.person(SARI).says("satu")
        (update,) = await bot.get_updates()
        assert texts(await bot.get_updates(offset=update.update_id + 1)) == ["satu"]

    play(scene, Plan(duplicate=1.0))


def test_a_seed_repeats_its_accidents() -> None:
    def drawn() -> list[Fault | None]:
        server = TelegramServer(plan=Plan(seed=7, bad_gateway=0.2, reset=0.2))
        return [server.faults.next("sendMessage") for _ in range(50)]

    assert drawn() == drawn()
    assert {Fault.BAD_GATEWAY, Fault.RESET, None} == set(drawn())


def test_limits_fill_up_again() -> None:
    now = 0.0
    governor = Governor(Limits(), clock=lambda: now)

    def sent(chat: int, group: bool = False) -> int:
        """How many of 100 messages are taken at once."""
        taken = 0
        for _ in range(100):
            try:
                governor.admit(chat, group)
            except ApiError:
                return taken
            taken += 1
        return taken

    assert sent(1) == 5
    assert sent(-5, group=True) == 20
    now = 1.0
    assert sent(1) == 1
    now = 20.0
    assert sent(1) == 5
    assert sum(sent(chat) for chat in range(100, 200)) == 25


@pytest.mark.parametrize(
    ("html", "plain", "kinds"),
    [
        ("a &amp; b &copy; &#33;", "a & b &copy; !", []),
        ("<b>a <i>b</i></b>", "a b", ["bold", "italic"]),
        ('<a href="https://a.id?x=1&amp;y=2">sini</a>', "sini", ["text_link"]),
        ("<blockquote expandable>a</blockquote>", "a", ["blockquote"]),
        ("<b></b>a", "a", []),
    ],
)
def test_html_is_read(html: str, plain: str, kinds: list[str]) -> None:
    text, entities = parse_html(html)
    assert (text, [entity["type"] for entity in entities]) == (plain, kinds)
