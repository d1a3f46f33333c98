"""The text around an article in, what the page says of how it is cited out: journal, volume, pages, the title."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from app.article.imprint import read_doi, read_imprint
from app.wordlists import alternatives, load_words

_LONGEST = 700
_MOST_LABELS = 20
_AFTER_TITLE = re.compile(r"[»”\"’]\s?[,.]?\s+(?:in\s?:?\s+|en\s+|dans\s+)?(?=[A-ZÀ-Þ])")
_YEAR = re.compile(r"\((?P<year>(?:19|20)\d\d)(?:, [^\W\d]+(?: \d+)?)?\)[.,]?\s")
_TITLE = re.compile(r"[«“\"‘]\s?(?P<title>.{8,300}?)\s?[»”\"’][,.]?\s")
# "89 Iowa L. Rev. 1187 2003-2004", as HeinOnline cites what it shows.
_HEIN = re.compile(r"^(?P<volume>\d{1,3}) (?P<journal>[A-Z]\D{3,80}?) (?P<page>\d{1,4}) \(?\d{4}(?:-\d{4})?\)?$")
_END_OF_SENTENCE = re.compile(r"[.?!]\s+(?=[A-ZÀ-Þ])|,\s+(?=[A-ZÀ-Þ])")


class SelfCitation(NamedTuple):
    """What a page says of how its article is cited.

    Attributes:
        fields: the fields read from it; empty where there is none.
        words: the citation itself, to find a title in.
    """

    fields: dict[str, str]
    words: str


def read_self_citation(*texts: str) -> SelfCitation:
    r"""The article's citation in the texts around it, behind words like "To cite this article" or "Référence papier".

    Example: "Pour citer cet article\nJeanne Roy, « La glace », Annales du froid, 48 | 2014, 87-105." gives
    journaltitle, number, date and pages.
    """
    for text in texts:
        for match in islice(_labels().finditer(text), _MOST_LABELS):
            paragraph = text[match.end() : match.end() + _LONGEST].lstrip(" \t:.\n").partition("\n\n")[0]
            for words in (paragraph.partition("\n")[0].strip(), " ".join(paragraph.split())):
                if fields := _fields(words.rstrip(".")):
                    return SelfCitation(fields, words)
    return SelfCitation({}, "")


@cache
def _labels() -> re.Pattern[str]:
    words = alternatives(load_words("page")["self_citation_labels"])
    return re.compile(rf"^[ \t#*]*(?:{words})[ \t]*(?:[:.(]|(?=\n)|$)", re.MULTILINE | re.IGNORECASE)


def _fields(words: str) -> dict[str, str]:
    if match := _HEIN.match(words):
        return {"journaltitle": match["journal"], "volume": match["volume"], "pages": match["page"]}
    fields: dict[str, str] = {}
    for rest in _rests(words):
        if fields := read_imprint(rest):
            break
    if not fields.get("journaltitle") or len(fields) < 2:
        return {}
    if "date" not in fields and (year := _YEAR.search(words)):
        fields["date"] = year["year"]
    if doi := read_doi(words):
        fields["doi"] = doi
    return fields


def _rests(words: str) -> list[str]:
    """What may be the citation from the journal on: behind the title's closing quote, else behind each sentence."""
    quoted = [words[match.end() :] for match in _AFTER_TITLE.finditer(words)]
    unquoted = [words[match.end() :] for match in _END_OF_SENTENCE.finditer(words)]
    return [*reversed(quoted), *reversed(unquoted)]


def quoted_title(words: str) -> str:
    """The title in quotation marks in a citation, "" where none is."""
    match = _TITLE.search(words)
    return match["title"].strip() if match else ""
