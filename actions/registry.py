"""The list of all actions; nothing else knows it."""

from typing import Any

from rasa_sdk import Action

from actions.acknowledge_worry import AcknowledgeWorry
from actions.answer_topic import AnswerTopic
from actions.base import Talk
from actions.check_offer import CheckOffer
from actions.confirm import Affirm, Cancel, Deny
from actions.context import TurnContext
from actions.crisis import RespondToCrisis
from actions.explain import ExplainForOther, ExplainMore, ExplainSimpler
from actions.follow_up import FollowUp
from actions.forget import Forget
from actions.off_topic import OffTopic
from actions.offer_desk import OfferDesk
from actions.offer_judge import ReadingScreener
from actions.offer_talk import OfferTalk
from actions.quiz import AnswerQuiz, StartQuiz
from actions.render.bubbles import Answer
from actions.report_talk import ReportTalk
from actions.resume_form import ResumeForm
from actions.show_sources import ShowSources
from actions.small_talk import Greet, SayGoodbye
from actions.talk_to_person import TalkToPerson
from actions.unsure import AnswerWhenUnsure
from knowledge.store import Store

STORE_ACTIONS = (
    AcknowledgeWorry,
    Affirm,
    AnswerQuiz,
    AnswerTopic,
    AnswerWhenUnsure,
    Cancel,
    Deny,
    ExplainForOther,
    ExplainMore,
    ExplainSimpler,
    FollowUp,
    Greet,
    OffTopic,
    RespondToCrisis,
    SayGoodbye,
    ShowSources,
    StartQuiz,
    TalkToPerson,
)


class Talks:
    """Several talks in order: the first that takes a message answers it, all of them may add to another answer."""

    def __init__(self, *talks: Talk) -> None:
        """Keep them in order."""
        self._talks = talks

    def before(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]] | None:
        """The answer of the first that has one (see `Talk`)."""
        return next(filter(None, (talk.before(turn) for talk in self._talks)), None)

    def after(
        self, turn: TurnContext, answer: Answer, slots: dict[str, Any]
    ) -> tuple[Answer, dict[str, Any]]:
        """What all of them add, in order (see `Talk`)."""
        for talk in self._talks:
            answer, slots = talk.after(turn, answer, slots)
        return answer, slots


def all_actions(store: Store, screener: ReadingScreener) -> list[Action]:
    """One instance of every action, each with the store it answers from; offers are read by the screener."""
    desk = OfferDesk(store, screener)
    talk = Talks(ReportTalk(store), OfferTalk(desk))
    return [
        Forget(),
        CheckOffer(desk, talk),
        ResumeForm(desk, talk),
        *(action(store, talk) for action in STORE_ACTIONS),
    ]
