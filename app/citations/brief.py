"""A short citation's words in, names, title, container and page out: "Marlow, ‘The Harbour’, 168"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.citations.backward import divide_head
from app.citations.layout import Layout
from app.citations.locators import read_locator
from app.citations.naming import read_people
from app.citations.shapes import count_sentence_words, opens_a_sentence
from app.entry import Entry
from app.fields import ParsedCitation
from app.fields.names import format_people

_LONGEST = 200
# A capital, a quotation, or a small particle before a name: "v. Below".
_BEGINNING = re.compile(
    r"[^\W\d_a-zà-öø-ÿ]|[“‘„«»\"'\[]|(?:v\.|von|van|vom|zu|de|du|della|di|da|al|[dl][’'])\s?[^\W\d_a-zà-öø-ÿ]"
)
_EDGE = " ,;:."
_LOCATOR_START = re.compile(
    r",\s(?=(?:chs?|chaps?|bks?|books?|pts?|cap|lib)\.?\s(?:[ivxlcIVXLC]+|\d+)\b[^“”‘’()]{0,40}$)|,\s(?=[ivxlcIVXLC]+[.,]\s?(?:pp?\.\s?)?\d[\d–-]*$)|,\s(?=[^,]*\d[^,]*(?:,\s?[A-Z]?\d[\d–-]*)*$)|\s(?=(?:pp?|S|at|fols?|f|págs?|col|n°|nr)\.?\s?\d[^,]*$)|\s(?=\d[\d–-]*(?:\s?ff?\.?)?$)"
)
# ", I, 91, ll. 5–8", ", I. 222. 1769", ", ll. 11–12": volume, page and lines, or canto and lines.
PLACE_IN_SET = re.compile(
    r",\s(?P<place>[IVXLC]+[.,]\s?\d+(?:[-–]\d+)?(?:[.,]\s(?:ll?\.\s?)?\d+(?:[-–]\d+)?){1,2}|ll?\.\s?\d+(?:[-–]\d+)?)$"
)
_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
_PAGES = r"(?:S\.|pp?\.|págs?\.|Rn\.|Rz\.)?\s?(?P<{0}>\d+(?:\s?[-–]\s?\d+)?(?:\s?ff?\.?)?)"
_DATED = re.compile(
    rf"(?P<names>[^\d()\[\]“„«‘]{{2,80}}?),?\s[(\[]?(?P<year>(?:1[4-9]|20)\d\d[a-z]?)"
    rf"(?:[:,]\s?{_PAGES.format('inner')})?[)\]]?(?:[:,]\s?{_PAGES.format('outer')})?\.?$"
)
_IN_BETWEEN = re.compile(r"[\s,.;:]*(?:(?:in|In|en|dans)[:\s]\s*)?")
# A broadcast names its programme, print its journal.
_PROGRAMME = re.compile(r"\b(?:Report|News\s?Hour|Newsnight|Show|Programme|Tonight|Hour)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Brief:
    """A short citation taken apart.

    Attributes:
        names: authors as printed, "" where none.
        title: the title without its quotation marks, "" where names alone are given.
        container: what stands behind a quoted title, "" else.
        locator: the page, None where none.
        is_quoted: whether the title stands in quotation marks.
        is_plain: whether names and container are nothing but that, no words of a sentence.
        length: how many characters it takes.
        year: the year behind the names, "" where none.
    """

    names: str
    title: str
    container: str
    locator: str | None
    is_quoted: bool
    is_plain: bool
    length: int
    year: str = ""

    @property
    def can_stand_alone(self) -> bool:
        """Whether it names a work well enough to be one that no other note cites."""
        if not self.is_quoted:
            return self.is_plain
        return self.is_plain and bool(self.names or self.container or self.locator)

    def as_parsed(self) -> ParsedCitation:
        """What it says of the work, for a work that no other note cites."""
        fields = {"title": self.title}
        if self.names:
            fields["author"] = format_people(self.names)
        if self.container:
            fields["series" if _PROGRAMME.search(self.container) else "journaltitle"] = self.container
        kind = "misc" if "series" in fields or not self.container else "article"
        if not self.is_quoted:
            kind = "book"
        return ParsedCitation(Entry(kind, fields), 0, self.length, self.locator, 0.5)


def read_brief(layout: Layout, start: int, end: int) -> Brief | None:
    """Take a short citation apart; None where the words are too many, begin small, or make a sentence."""
    text = layout.text[start:end].rstrip(" ;,:")
    text = text.rstrip(".") if not text.endswith("...") else text
    if not 2 < len(text) <= _LONGEST or not _BEGINNING.match(text):
        return None
    if (
        opens_a_sentence(layout.text, start)
        or count_sentence_words(layout.outside_quotations(start, start + len(text)), layout.language) > 2
    ):
        return None
    locator, printed = _locator_behind(text)
    body = text[: len(text) - len(printed)].rstrip(" ,:;")
    quotations = layout.quotations_between(start, start + len(body))
    if quotations and (quoted := _read_quoted(body, start, quotations[0], locator, len(text), layout.language)):
        return quoted
    if quotations and quotations[0][0] - start > 80:
        return None
    if dated := _read_dated(text):
        return dated
    names, title = divide_head(body)
    people = read_people(names, 0, len(names)) if names else None
    is_named = people is not None and people.end >= len(names) < 60 and people.first_words <= 3
    is_plain = is_named and locator is not None and title[:1].isupper() and not _YEAR.search(title)
    return Brief(names, title, "", locator, False, is_plain, len(text))


def _read_dated(text: str) -> Brief | None:
    """A name and a year that a list of works explains: "Ginsburgs 1989, S. 409f.", "Christensen (2001: 506)"."""
    match = _DATED.match(text)
    people = read_people(match["names"], 0, len(match["names"])) if match else None
    if match is None or people is None or people.end < len(match["names"].rstrip(" ,.")) - 8:
        return None
    locator = match["inner"] or match["outer"]
    return Brief(match["names"].strip(" ,"), "", "", locator, False, False, len(text), match["year"])


def _read_quoted(
    body: str, start: int, quotation: tuple[int, int], locator: str | None, length: int, language: str
) -> Brief | None:
    lead = body[: quotation[0] - start]
    names = lead.strip(_EDGE)
    title = body[quotation[0] - start + 1 : quotation[1] - start - 1].strip(" ,.")
    behind = _IN_BETWEEN.match(body, min(len(body), quotation[1] - start))
    container = body[behind.end() if behind else len(body) :].strip(_EDGE)
    if len(names) > 80 or len(container) > 80 or (container and not container[0].isupper()):
        return None
    people = read_people(names, 0, len(names)) if names else None
    is_named = not names or (people is not None and people.end >= len(names) and lead.rstrip()[-1] in ",:.")
    is_plain = is_named and container.count(",") < 2 and not count_sentence_words(container, language)
    return Brief(names, title, container, locator, True, is_plain, length)


def _locator_behind(text: str) -> tuple[str | None, str]:
    """The locator a short citation ends with, as read and as printed."""
    if placed := PLACE_IN_SET.search(text):
        return placed["place"], placed.group()
    for match in _LOCATOR_START.finditer(text, 1):
        locator = read_locator(text, match.start())
        if locator is not None and _YEAR.fullmatch(locator.text) and text[match.start()] != ",":
            continue
        if locator is not None and locator.end >= len(text) - 1 and not text.endswith(")"):
            return locator.text, text[match.start() :]
    return None, ""
