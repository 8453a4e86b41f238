"""A role-play (knowledge/roleplays): a recruiter writes, the hall answers for somebody, and the trick is named.

Acts: "next", "back", "go" (number of a screen, as `notes` lists them), "choose" (id of an answer). Screens: roleplay_screens.py.
"""

from __future__ import annotations

from typing import Any, ClassVar

from bot.demo.part import Json, Kind, PartError, Services
from bot.demo.parts.ballots import Ballots
from bot.demo.parts.roleplay_screens import (
    ANSWERS,
    CHAT,
    CHOOSE,
    CONTACTS,
    COVER,
    HAPPENED,
    LETTERS,
    REFUSE,
    REPLY,
    STAGES,
    STORY,
    TALLY,
    TITLES,
    TRICK,
    Screen,
    screens,
    tally,
)
from bot.demo.records import choices_of, chosen
from bot.demo.stepping import Stepping
from bot.demo.telling import Teller, marks, opening
from knowledge.model_hall import Roleplay, Round

NAME = "peran"
_SAY = "Katakan bahwa percakapannya rekaan. Anda atau seorang relawan membacakan perekrutnya. Balai menjawab bersama."
_GONE = "Main peran ini tidak ada lagi. Saran: pilih yang lain dari menu."
_UNKNOWN = "Tombol ini tidak dipakai di main peran. Saran: panah kanan untuk lanjut."
_CHOOSE = "Balai belum memilih. Tekan angka jawabannya, misalnya 1."
_NOT_NOW = "Jawaban dipilih di layar pilihan. Tekan panah kiri untuk kembali ke sana."
_NO_ANSWER = "Jawaban itu tidak ada. Pilih salah satu yang terlihat."


class RoleplayPart:
    """A role-play (see `part.Part`)."""

    NAME: ClassVar[str] = NAME

    def __init__(self, play: Roleplay, state: Json | None, services: Services) -> None:
        """Begin, or go on where `dump` was."""
        state = state or {}
        self._play = play
        self._question = f"Apa jawaban {play.candidate.name}?"
        self._tell = Teller(services, play)
        choices = {each.stage: LETTERS[: len(each.answers)] for each in play.rounds}
        self._ballots = Ballots(services, choices, state.get("ballots"))
        chosen = state.get("chosen") or {}
        self._chosen: dict[str, str] = {
            stage: chosen[stage] for stage in choices if chosen.get(stage) in tuple(choices[stage])
        }
        self._steps = Stepping(tuple(screens(play)), state.get("at"))
        self._settle()

    def act(self, do: str, value: Any) -> None:
        """See the module."""
        if do == "next":
            self._next()
        elif do == "back":
            self._steps.turn(-1)
            self._settle()
        elif do == "go":
            self._steps.go(value)
        elif do == "choose":
            self._choose(value)
        else:
            raise PartError(_UNKNOWN)

    def view(self) -> Json:
        """{"screen", "stages", "stage"} and what that screen shows."""
        here = self._steps.here
        stages = [STAGES[each.stage] for each in self._play.rounds]
        return {
            "screen": here.kind,
            "invented": here.kind in (COVER, STORY, CHAT, REPLY),
            "stages": stages,
            "stage": here.round
            if here.round is not None
            else (-1 if here.kind == COVER else len(stages)),
            **(self._ending(here) if here.round is None else self._round(here)),
        }

    def notes(self) -> Json:
        """What to say, what comes, the recruiter's words for the live chat, and the rounds to jump to."""
        here, play = self._steps.here, self._play
        say = _SAY if here.kind == COVER else play.ending.notes
        trick = None
        if here.round is not None:
            round_ = play.rounds[here.round]
            say, trick = round_.notes, round_.trick if here.kind == TRICK else None
        return {
            "say": say,
            "coming": TITLES[self._steps.coming.kind] if self._steps.coming else None,
            "more": trick.text if trick else "",
            "flags": [self._tell.flag(each.flag)["title"] for each in trick.flags] if trick else [],
            "people": [f"{each.name}: {each.role}" for each in (play.recruiter, play.candidate)],
            "live": ["\n".join(each.says) for each in play.rounds],
            "stations": self._steps.stations(self._group),
        }

    def phone(self) -> Json | None:
        """The answers, while the hall chooses."""
        here = self._steps.here
        if here.kind != CHOOSE or here.round is None:
            return None
        round_ = self._play.rounds[here.round]
        texts = zip(LETTERS, round_.answers, strict=False)
        return {
            "poll": self._ballots.poll(round_.stage),
            "question": self._question,
            "options": [{"id": letter, "text": answer.text} for letter, answer in texts],
        }

    def dump(self) -> Json:
        """The place, what was chosen, and votes."""
        return {
            **self._steps.dump(),
            "chosen": dict(self._chosen),
            "ballots": self._ballots.dump(),
        }

    def note(self) -> None:
        """Nothing is counted here."""

    def leave(self) -> None:
        """Nothing is left to do."""

    def _next(self) -> None:
        here = self._steps.here
        if here.kind == CHOOSE and here.round is not None:
            stage = self._play.rounds[here.round].stage
            total = self._ballots.total(stage)
            if stage not in self._chosen and total:
                # What most handsets say; of equals the first.
                self._chosen[stage] = max(total, key=lambda letter: total[letter])
            if stage not in self._chosen:
                raise PartError(_CHOOSE)
        self._steps.turn(1)

    def _settle(self) -> None:
        """Where nothing was chosen there is no reply: the hall is asked instead."""
        here = self._steps.here
        if here.kind == REPLY and self._play.rounds[here.round or 0].stage not in self._chosen:
            self._steps.turn(-1)

    def _choose(self, value: Any) -> None:
        here = self._steps.here
        if here.kind not in (CHOOSE, REPLY) or here.round is None:
            raise PartError(_NOT_NOW)
        round_ = self._play.rounds[here.round]
        if not isinstance(value, str) or value not in tuple(LETTERS[: len(round_.answers)]):
            raise PartError(_NO_ANSWER)
        self._chosen[round_.stage] = value
        if here.kind == CHOOSE:
            self._steps.turn(1)

    def _group(self, screen: Screen) -> tuple[int, str]:
        """The round a screen belongs to, or itself, with the name of that."""
        if screen.round is None:
            return -1, TITLES[screen.kind]
        return screen.round, STAGES[self._play.rounds[screen.round].stage]

    def _round(self, here: Screen) -> Json:
        round_ = self._play.rounds[here.round or 0]
        if here.kind == STORY:
            return {"text": round_.story}
        if here.kind == CHAT:
            who = self._play.recruiter.name
            return {
                "bubbles": [
                    {"who": who, "text": each, "side": "them"} for each in round_.says[: here.shown]
                ]
            }
        if here.kind == TRICK:
            return self._trick(round_)
        if here.kind == REFUSE:
            return {"sentences": list(round_.refuse)}
        if here.kind == REPLY:
            return self._reply(round_)
        options = self._options(round_, is_told=here.kind == ANSWERS)
        return {"question": self._question, "said": round_.says[-1], "options": options}

    def _options(self, round_: Round, is_told: bool) -> list[Json]:
        """The answers; which of them protect only once that is told."""
        votes, chosen = self._ballots.votes(round_.stage), self._chosen.get(round_.stage)
        rows: list[Json] = []
        for letter, answer in zip(LETTERS, round_.answers, strict=False):
            row = {
                "id": letter,
                "text": answer.text,
                "chosen": letter == chosen,
                "votes": votes.get(letter, 0),
            }
            rows.append(row | {"protects": answer.protects} if is_told else row)
        return rows

    def _reply(self, round_: Round) -> Json:
        answer = round_.answers[LETTERS.index(self._chosen[round_.stage])]
        return {
            "bubbles": [
                {"who": self._play.candidate.name, "text": answer.text, "side": "me"},
                {"who": self._play.recruiter.name, "text": answer.reply, "side": "them"},
            ],
            "text": answer.effect,
            "source": self._tell.source(answer.sources) if answer.sources else "",
        }

    def _trick(self, round_: Round) -> Json:
        trick = round_.trick
        said = "\n".join(round_.says)
        return {
            "name": trick.name,
            **self._tell.fact(trick),
            "text": opening(trick.text),
            "said": said,
            "marks": marks(said, trick.flags),
        }

    def _ending(self, here: Screen) -> Json:
        play, kind = self._play, here.kind
        if kind == COVER:
            return self._tell.cover(play, (play.recruiter, play.candidate))
        if kind == TALLY:
            return tally(play, self._chosen)
        if kind == HAPPENED:
            return self._tell.fact(play.ending.happened)
        contacts = self._tell.contacts(play.ending.now, here.shown) if kind == CONTACTS else []
        return {**self._tell.fact(play.ending.now), "contacts": contacts}


def _make(arguments: Json, state: Json | None, services: Services) -> RoleplayPart:
    return RoleplayPart(chosen(services.store.roleplay, arguments, _GONE), state, services)


KIND = Kind(NAME, "Main peran", lambda store: choices_of(store.roleplays()), _make)
