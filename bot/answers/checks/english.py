"""English words that are no Indonesian ones: each shows that something was not translated.

Words that Indonesian took over ("online", "chat", "server") and those that mean something else in it ("air", "pun", "area") are left out.
"""

import re
from functools import cache

ENGLISH = frozenset(
    (
        "about above according account additional address after again against all allowed already also although always am among and "
        "another answer any anyone anything are around ask asked at available away back based be became because been before "
        "being below best better between both but button by call called can cannot case change check checked choose city click close "
        "closed come confirm confirmed connection contact contacts could country current currently danger data-driven date day days delete "
        "did different do does done down due each either else email-address empty enough enter every everyone everything example "
        "expected failed file find first follow following for found free from full further get give given go goes going good got "
        "had has have having he help her here him his how however i if immediately in incorrect information inside instead into invalid "
        "is it its itself job-order jobs just keep know known last later law least less like list live long made make many may "
        "me means message messages might missing more most much must my name need needed never new next no nobody none not "
        "nothing now number of off offer office often old on once one only open or other others our out over own page passport people "
        "person phone place please police possible press problem question questions quite rather read really reason "
        "received record report required reset result right safe said same save saw say see seems seen send sent several she "
        "should show shown since so some somebody something source sources still stop such take taken tell than that the their them "
        "then there these they thing things this those though through time to today together too try two type unable under unknown "
        "until up upon us use used user using value version very wait warning was way we week were what when where whether "
        "which while who whole why will with within without word words work worker workers working would wrong year years yes yet "
        "you your yourself"
    ).split()
) - frozenset(
    # Indonesian too, or part of an official name.
    "am do jobs has data-driven job-order email-address i go in no me his us".split()
)

# Official names and terms; what stands in them is no English of ours.
_NAMES = re.compile(
    r"\b(?:safe travel|[gp] to [gp]|call center|global compact for migration|through the screen|way kanan|free state|city"
    r"|new (?:delhi|hampshire|jersey|mexico|orleans|south wales|york|zealand)|papua new guinea)\b"
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def english_in(line: str) -> tuple[str, ...]:
    """The English words of a line, without those of names."""
    words = _WORD.findall(_NAMES.sub(" ", line.casefold()))
    return tuple(word for word in words if word in ENGLISH)
