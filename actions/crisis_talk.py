"""The guide for somebody in danger, for every message until they leave it: pages, places, another danger, leaving, coming back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.context import (
    ASKED_COUNTRY,
    ASKED_DANGER,
    ASKED_PROVINCE,
    CRISIS,
    FOR_OTHER,
    PENDING,
    TOPIC,
    TurnContext,
)
from actions.crisis import Result, crisis_words, guide_slots, open_guide, with_place
from actions.crisis_leave import left
from actions.crisis_reading import (
    comes_back,
    country_told,
    is_place_button,
    leaves,
    page_asked,
    tells_place,
    wants_report,
)
from actions.decision import Kind, decide, is_crisis
from actions.guide import HOME, Guide, asked_danger, danger_in_hand
from actions.render.bubbles import Answer
from actions.render.crisis import CrisisAnswer
from actions.render.crisis_pages import (
    AVOID,
    CLEAR,
    CONTACTS,
    FIRST,
    HEALTH_CRISIS,
    LEAVE,
    RIGHTS,
    STEPS,
    SWITCH,
    has_page,
    page_after,
)
from actions.render.filtered import filter_in
from actions.report.messages import is_answer, is_asked
from actions.unsure import no_danger
from actions.yes_no import is_no
from knowledge.store import Store

# Said by somebody who reads on, and by somebody whose words a program does not understand.
_READS_ON = frozenset(("setuju", "selengkapnya", "lanjutan"))
_UNCLEAR = frozenset("nlu_fallback di_luar_topik kasar curhat".split())
# Asked by somebody who is abroad, these mean whom to call there; their topics speak to readers in Indonesia.
_ASKS_WHOM = frozenset(("lapor_kemana", "lapor_polisi", "kontak_kbri", "bicara_manusia"))
_STILL_ASKED = "Apakah ada bahaya sekarang? Balas Y untuk ya, T untuk tidak."


class CrisisTalk:
    """Looks at every message before and after the action of its intent."""

    def __init__(self, store: Store) -> None:
        """Keep where records are read."""
        self._store = store

    def before(self, turn: TurnContext) -> Result | None:
        """The answer to a message that belongs to the guide; None for any other, and for the report, which is another talk's."""
        if wants_report(turn) or _belongs_to_report(turn):
            return None
        asked = page_asked(turn)
        if asked:
            return self.page(*asked, turn)
        if turn.offer_part and not is_place_button(turn):
            return None
        crisis_id = danger_in_hand(turn)
        if crisis_id:
            return (
                self.page(LEAVE, crisis_id, turn)
                if leaves(turn.text)
                else self._told(crisis_id, turn)
            )
        last = Guide.of(turn).left
        if last and not turn.slots.get(CRISIS) and comes_back(turn.text):
            return self.page(FIRST, last, turn)
        return None

    def after(self, turn: TurnContext, answer: Answer, slots: dict[str, Any]) -> Result:
        """The answer of another action, with one line that says where the person still is."""
        crisis_id = slots.get(CRISIS, turn.slots.get(CRISIS))
        # The open question of the report has letters of its own.
        if answer.crisis or not crisis_id or is_asked(turn):
            return answer, slots
        if asked_danger(turn):
            # Words between the question and its answer must not turn a no into a yes.
            answer.say(_STILL_ASKED)
            return answer, {PENDING: ASKED_DANGER, **slots}
        self._words(str(crisis_id), turn, Guide.of(turn)).remind(answer)
        return answer, slots

    def _told(self, crisis_id: str, turn: TurnContext) -> Result | None:
        """What a typed message inside the guide leads to; None where it is a question of its own."""
        other = _other_danger(crisis_id, turn)
        if other:
            return open_guide(self._store, other, turn)
        asks_elsewhere = turn.pending in (ASKED_COUNTRY, ASKED_PROVINCE)
        if tells_place(turn) and not asks_elsewhere:
            return self._place(crisis_id, turn)
        kind = decide(turn.ranking).kind
        if turn.intent == crisis_id or kind is Kind.DANGER_QUESTION:
            return self._next_page(crisis_id, turn)
        if turn.intent == "lanjutan" and filter_in(turn.text):
            return None
        if _asks_whom(turn):
            return self.page(CONTACTS, crisis_id, turn)
        # A topic that was answered since is what "lanjut" and "maksudnya?" are about.
        if turn.slots.get(TOPIC) or turn.pending:
            return None
        if turn.intent == "ulangi":
            return self.page(STEPS, crisis_id, turn)
        if turn.intent == "untuk_orang_lain":
            return open_guide(self._store, crisis_id, turn, for_family=True)
        if turn.intent in _READS_ON:
            return self._next_page(crisis_id, turn)
        guide = Guide.of(turn)
        if turn.intent == "tolak" and guide.doubted and is_no(turn.text):
            return no_danger(self._store, turn)
        if turn.intent == "tolak" or (turn.intent in _UNCLEAR and kind is not Kind.CANDIDATES):
            words = self._words(crisis_id, turn, guide)
            return self._shown(words.to_people(turn.intent != "tolak"), crisis_id, turn, guide)
        return None

    def _place(self, crisis_id: str, turn: TurnContext) -> Result:
        """The contacts of the place that the message tells; of two countries it is asked which."""
        guide = with_place(self._store, Guide.of(turn), turn)
        if country_told(turn) or (guide.country and not turn.countries):
            answer = self._words(crisis_id, turn, guide).at_place()
        elif turn.countries:
            answer = self._words(crisis_id, turn, guide).first()
        else:
            # A province says where somebody comes from, or where they are.
            answer = self._words(crisis_id, turn, replace(guide, country=HOME)).perhaps_at_home()
        return self._shown(answer, crisis_id, turn, guide)

    def _next_page(self, crisis_id: str, turn: TurnContext) -> Result:
        return self.page(page_after(crisis_id, Guide.of(turn).page), crisis_id, turn)

    def page(self, page: str, crisis_id: str, turn: TurnContext) -> Result:
        """One page, and that it was shown; pages that this danger has not, and the switch, show the first."""
        if page == SWITCH:
            return open_guide(
                self._store, crisis_id, turn, for_family=not turn.slots.get(FOR_OTHER)
            )
        guide = replace(Guide.of(turn), page=page, asked=False, left=None)
        words = self._words(crisis_id, turn, guide)
        if page == LEAVE:
            return left(self._store, crisis_id, turn, words)
        pages = {
            STEPS: words.steps, AVOID: words.avoid, CONTACTS: words.contacts, RIGHTS: words.rights, CLEAR: words.clearing,
        }  # fmt: skip
        show = pages.get(page, words.first) if has_page(crisis_id, page) else words.first
        return self._shown(show(), crisis_id, turn, guide)

    def _words(self, crisis_id: str, turn: TurnContext, guide: Guide) -> CrisisAnswer:
        return crisis_words(self._store, crisis_id, turn, guide, bool(turn.slots.get(FOR_OTHER)))

    @staticmethod
    def _shown(answer: Answer, crisis_id: str, turn: TurnContext, guide: Guide) -> Result:
        return answer, guide_slots(crisis_id, guide, bool(turn.slots.get(FOR_OTHER)))


def _belongs_to_report(turn: TurnContext) -> bool:
    """True for what is typed while a question of the report is open: its answer, or a danger, which its own action answers.

    The report adds to that answer, as it does to those of all actions.
    """
    return not turn.offer_part and is_asked(turn) and (is_answer(turn) or is_crisis(turn.intent))


def _asks_whom(turn: TurnContext) -> bool:
    """True when somebody who is abroad themselves asks whom to call, and for no other place than the one they are in."""
    country = Guide.of(turn).country
    is_abroad = country not in (None, HOME) and not turn.slots.get(FOR_OTHER)
    return is_abroad and turn.intent in _ASKS_WHOM and set(turn.countries) <= {country}


def _other_danger(crisis_id: str, turn: TurnContext) -> str | None:
    """Id of another danger than the one in hand; lines for somebody who may want to die are shown on suspicion."""
    if is_crisis(turn.intent):
        return turn.intent if turn.intent != crisis_id else None
    decision = decide(turn.ranking)
    suspected = decision.intents[0] if decision.kind is Kind.DANGER_QUESTION else None
    return HEALTH_CRISIS if suspected == HEALTH_CRISIS != crisis_id else None
