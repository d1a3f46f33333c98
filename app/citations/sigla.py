"""A note's text in, the short names it gives to works for later notes out: "(hereafter AN)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.wordlists import load_words


@dataclass(frozen=True, slots=True)
class Siglum:
    """A name for later notes and where the words giving it stand."""

    start: int
    end: int
    name: str

    def is_trailing(self, end: int) -> bool:
        """Whether the words giving the name are the last of a citation that ends there."""
        return end <= self.end + 1


_NAMES = ("name", "first", "bare", "told")
# What a sentence behind the name begins with; "Am. State Papers" has stops of its own.
_NEXT_SENTENCE = (
    "All|The|This|These|It|He|She|They|See|Cf|For|In|On|References|Unless|Die|Das|Der|Im|Vgl|Siehe|Alle|Les|Le|La|Voir|Toutes|El|Los|Las|"
    "Véase|Todas|Il|Lo|Cfr|Si|Tutte|O|As|Os"
)


@cache
def _giving() -> re.Pattern[str]:
    words = sorted(load_words("back_references")["hereafter"], key=lambda word: (-len(word), word))
    spelled = "|".join(r"\.?\s+".join(re.escape(piece) for piece in word.split()) for word in words)
    behind = "|".join(map(re.escape, load_words("back_references")["hereafter_behind"]))
    lead = (
        rf"(?:{spelled})(?!\w)\.?(?:\s+(?:as|als|to|par|como|comme|cited|abbreviated|referred|abgekürzt|zitiert|zit\.|cité"
        r"|abrégé))*"
    )
    return re.compile(
        # "(= AdR)" is a name, "(= Schriften des Vereins 55)" a series.
        rf"(?P<bracket>[(\[])\s?(?:=(?=\s?[“‘„«\"']?[^\s()\d]{{1,20}}(?:\s[^\s()\d]{{1,15}})?[)\]])|{lead})[\s:,]*[“‘„«\"'*]?\s?(?P<name>[^()\[\]“”‘„«»\"]{{1,60}}?)\s?[”’“»\"'*]?\s?(?:\s(?:and|und|et)\s(?:cited|zitiert|cité)[^()\[\]]{{0,80}}|(?:\sfollowed|,?\swith|,?\smit|,?\savec|,?\scon)\s[^()\[\]]{{3,80}})?[)\]]"
        # "(RNM dans la suite de cet article)", "(AdR im Folgenden)"
        rf"|[(\[](?-i:(?P<first>[^\W_a-z][\w.&’-]{{0,20}}))\s(?:{behind})\b[^()\[\]]{{0,40}}[)\]]"
        rf"|,\s(?:{lead})[\s:,]*[“‘„«\"']?\s?(?-i:(?P<bare>[^\W_a-z][\w.&’-]{{0,20}}(?:\s[^\W_a-z][\w.&’-]{{0,20}}){{0,3}}))[”’“»\"']?(?=[.,;]|$)"
        # "Hereafter cited as B.D."; "This collection is hereafter cited as Am. State Papers, For. Rel."
        rf"|(?:(?<![^.;]\s)(?<!\w)|(?<=\sis )|(?<=\sare )|(?<=wird )|(?<=sera ))(?:{lead})[\s:,]*[“‘„«\"']?\s?"
        rf"(?-i:(?P<told>[^\W_a-z][^;()“”‘’„«»]{{0,50}}?))[”’“»\"']?(?=\.?\s*$|\.\s+(?-i:(?:{_NEXT_SENTENCE})\b))",
        re.IGNORECASE,
    )


def find_sigla(text: str) -> tuple[Siglum, ...]:
    """Every name given in a note, in text order."""
    found = ((match, next(filter(None, match.group(*_NAMES)))) for match in _giving().finditer(text))
    return tuple(Siglum(match.start(), match.end(), name.strip(" .,")) for match, name in found)


def gives_a_name(text: str, at: int) -> bool:
    """Whether a bracket that gives a name for later notes stands at a place: "(hereafter AN)"."""
    return _giving().match(text, at) is not None
