"""What tells a note's words from prose: expressions for citations within them and for the way they begin."""

from __future__ import annotations

import re

# Loose: years are in prose too. Asked of many notes at once.
CITES = re.compile(
    r"\b(?:1[4-9]|20)\d\d\b|\bpp?\.|\bibid|\bop\.? ?cit|\bsee\b|\bcf\.|\bvgl\b|\bid\.|ebenda|ebd\.|"
    r"\bS\. \d|\bvoir\b|\bcit\.",
    re.I,
)
# What prose hardly holds, though it speaks of years: a year before a bracket, a page, a reference back.
CITES_SURELY = re.compile(
    r"\b(?:[IilL]b[ií]d|[Ii]d\.|[Oo]p\. ?cit|supra|infra|pp?\. ?\d+|[Cc]f\.|See|see also|[Vv]gl\.|[Ee]bd\.|[Ee]benda|"
    r"a\.a\.O|Voir|Véase)(?!\w)|\b(?:1[5-9]|20)\d\d\)|\bS\. \d"
)
REFERS_BACK = re.compile(r"(?i:[il]b[ií]d|id\.|idem|ídem|ebd|ebenda|op\. ?cit|loc\. ?cit)")
# How notes begin and prose does not: with a reference back, a signal, or a name before a comma.
BEGINS_NOTE = re.compile(
    r"(?i:[il]bid|ibíd|id\.|idem|ídem|see\b|cf\.|vgl|ebd|ebenda|ders|voir|véase|vid\.|cfr|op\.|loc\.|art\. cit)|"
    r"(?:[A-ZÀ-Þ][\w.’'-]*\s){1,4}?[A-ZÀ-Þ][\w’'-]+[,:]|[A-ZÀ-Þ][\w’'-]+, "
)
OPENS_NOTE = re.compile(r"[A-ZÀ-Þ‘“„«\"'`(\[]|(?i:[il]bid|id\.|see\b|cf\.|vgl|ebd|ders|voir|v\.)")
FINISHED = tuple(".?!:)]”’»›\"'*")
_GOES_ON = re.compile(r"[,;]['\"”’»›]+$")
CALL_AT_END = re.compile(r"(?<=[^\s\d])[\[(]?\d{1,3}[\])]?$")


def ends_sentence(words: str) -> bool:
    """Whether a sentence may end with these words; one that is closed by a comma within quotes goes on."""
    words = words.rstrip()
    return words.endswith(FINISHED) and not _GOES_ON.search(words[-4:])
