r"""A citation key, a locator as printed and a signal in, biblatex's command out: \autocite[see][85]{cohen2002}."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.bibtex import Dialect
from app.bibtex.keying import written_key
from app.citations.locators import read_locator

# Commands of biblatex that have a form for several works: \autocites[47]{armstrong}[44--45]{horensma} (manual 3.9.3).
SEVERAL = frozenset({"autocite", "cite", "parencite", "footcite", "smartcite", "textcite", "supercite"})

_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"}
    | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
    | {"\xa0": "~", "\xad": "\\-", "\u202f": "\\,", "\u2009": "\\,", "\u2011": "-"}
    | dict.fromkeys("\ufeff\u200b\u200c\u200d\u2060\u200e\u200f", "")
)
_HYPHENS = re.compile(r"(?<=\d)\s?-{1,3}\s?(?=\d)|(?<=[ivxlc])-{1,3}(?=[ivxlc]+\b)")
_DASHES = re.compile(r"\s?[–—]\s?")
# "331 f.", "121 ff.", "9 et seq.": biblatex's own commands say it in the document's language (manual, 3.15.3).
_FOLLOWING = re.compile(r"(?<=\d)\s?(?:(?P<many>ff|sqq|et\ssqq|seqq|ss|sgg|segg)|f|sq|et\sseq|seq)\.?$")


@dataclass(frozen=True, slots=True)
class Cited:
    """One work of a citing command: its key, the locator as printed, and the signal before it."""

    key: str
    locator: str | None = None
    signal: str = ""


def cite_command(key: str, locator: str | None, command: str = "autocite", signal: str = "") -> str:
    r"""The LaTeX command that cites a work, as it is copied: \autocite[85]{cohen2002}.

    Args:
        key: the citation key, as the .bib file has it.
        locator: the page or paragraph as printed, or None.
        command: without its backslash.
        signal: what stands before the citation, the prenote of the biblatex manual 3.9.
    """
    return cite_works([Cited(key, locator, signal)], command)


def cite_works(works: Sequence[Cited], command: str) -> str:
    r"""The command for works that are cited together: \autocites[47]{armstrong1952}[see also][44]{horensma1991}."""
    return f"\\{command}{'s' if len(works) > 1 else ''}{''.join(_arguments(work) for work in works)}"


def clean_locator(locator: str) -> str:
    r"""A locator as biblatex wants it: "p. 82" is 82, a range has --, "331 f." is 331\psq; "para. 9.32" stays.

    The style sets the page word itself, by what the numbers are (biblatex manual 3.15.3).
    """
    locator = locator.strip()
    read = read_locator(locator, 0)
    if read is not None and read.end == len(locator):
        locator = read.text
    locator = tex_text(_DASHES.sub("--", _HYPHENS.sub("–", locator)))
    following = _FOLLOWING.search(locator)
    if following is None:
        return locator
    return locator[: following.start()] + ("\\psqq" if following["many"] else "\\psq")


def tex_text(text: str) -> str:
    """Printed words as TeX that prints them; nothing in them is a command. White space is folded."""
    return " ".join(text.translate(_TEX).split())


def _arguments(work: Cited) -> str:
    page = _shielded(clean_locator(work.locator)) if work.locator else ""
    optional = f"[{page}]" if page else ""
    if work.signal:
        optional = f"[{_shielded(tex_text(work.signal))}][{page}]"
    return f"{optional}{{{written_key(work.key, Dialect.BIBLATEX)}}}"


def _shielded(argument: str) -> str:
    """An optional argument ends at its first bracket, unless that stands in braces."""
    return f"{{{argument}}}" if "[" in argument or "]" in argument else argument
