"""The list of all actions; nothing else knows it."""

from rasa_sdk import Action

from actions.acknowledge_worry import AcknowledgeWorry
from actions.answer_topic import AnswerTopic
from actions.check_offer import CheckOffer
from actions.confirm import Affirm, Cancel, Deny
from actions.cover import CoverTalk
from actions.crisis import RespondToCrisis
from actions.crisis_talk import CrisisTalk
from actions.explain import ExplainForOther, ExplainMore, ExplainSimpler
from actions.follow_up import FollowUp
from actions.forget import Forget
from actions.off_topic import OffTopic
from actions.offer_desk import OfferDesk
from actions.offer_judge import ReadingScreener
from actions.offer_talk import OfferTalk
from actions.quiz import AnswerQuiz, StartQuiz
from actions.report_talk import ReportTalk
from actions.resume_form import ResumeForm
from actions.show_sources import ShowSources
from actions.small_talk import Greet, SayGoodbye
from actions.talk_to_person import TalkToPerson
from actions.talks import Talks
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


def all_actions(store: Store, screener: ReadingScreener) -> list[Action]:
    """One instance of every action, each with the store it answers from; offers are read by the screener."""
    desk = OfferDesk(store, screener)
    guide = CrisisTalk(store)
    # In this order: nothing may betray a screen that hides, and nothing comes before danger but that.
    talk = Talks(CoverTalk(store, guide), guide, ReportTalk(store), OfferTalk(desk))
    return [
        Forget(),
        CheckOffer(desk, talk),
        ResumeForm(talk),
        *(action(store, talk) for action in STORE_ACTIONS),
    ]
