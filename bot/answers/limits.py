"""How long an answer may be. Sentences follow the rule of the records; bubbles the architecture; the rest what channels take."""

from actions.render.bubbles import BUBBLE_LIMIT, BUTTON_TITLE_LIMIT
from knowledge.rules.readability import HIGHEST_AVERAGE, LONGEST_SENTENCE

# Words of a sentence, and on average over an answer.
SENTENCE, AVERAGE = LONGEST_SENTENCE, HIGHEST_AVERAGE
# Characters of a bubble that is made of several paragraphs, and of one paragraph, which is never split.
BUBBLE, PARAGRAPH = BUBBLE_LIMIT, 900
# Characters of an answer, and bubbles: more is not read on a phone.
ANSWER, BUBBLES = 4000, 12
# Characters of a button's title; buttons below one answer.
TITLE, BUTTONS = BUTTON_TITLE_LIMIT, 16
