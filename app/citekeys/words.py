"""A title or a body's name in, the words of it that count for a key out."""

from __future__ import annotations

import re

from app.citekeys.letters import plain_letters, without_tex

# Articles, prepositions and conjunctions of the languages most titles are in; they carry no key.
FUNCTION_WORDS = frozenset(
    """a an the and or but nor so yet as at by for from in into of off on onto out over per to up upon via vs with within
    without about above across after against along among around before behind below beneath beside between beyond down
    during towards toward under until is are was were be
    der die das des dem den ein eine eines einer einem einen und oder von vom zu zum zur im am an auf aus bei mit nach
    über unter für gegen
    le la les l un une des du de d et ou à au aux en dans sur pour par avec
    el los las lo una unos unas y e o del al en con por para
    il gli i uno dei degli della delle dello nel nella sul sulla ed
    os as um uma dos das do da no na nos nas em
    het een van voor met
    в и на о об от по с у к за из для или""".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:-[^\W_]+)*")
_DASH = re.compile(r"[-'’]")


def title_words(title: str, all_words: bool = False) -> list[str]:
    """The words of a title in plain letters, function words left out: "The Cold War" gives ["Cold", "War"]."""
    words = [match.group() for match in _WORD.finditer(without_tex(title))]
    counted = [word for word in words if all_words or word.lower() not in FUNCTION_WORDS]
    return [_DASH.sub("", plain_letters(word)) for word in counted or words]


def body_short(name: str) -> str:
    """A corporate body as a key calls it: initials from three words on ("CIA"), else its words joined ("RandCorp")."""
    words = [plain_letters(word) for word in _WORD.findall(without_tex(name)) if word.lower() not in FUNCTION_WORDS]
    if len(words) >= 3:
        return "".join(word[0].upper() for word in words)
    return "".join(_DASH.sub("", word) for word in words)
