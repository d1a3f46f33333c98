"""A citation in the Brazilian manner (ABNT NBR 6023) in, its fields, end and locator out.

People stand first, the family name in capitals; full stops part people, title, edition, translator and imprint:
"REIS, João José. Rebelião. 2. ed. Trad. Ana Cruz. São Paulo: Brasiliense, 1987, p. 12".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.fields.brazilian_tails import BrazilianTail, read_imprint_tail, read_review_tail, read_web_tail
from app.fields.inverted_heads import InvertedHead, read_inverted_head
from app.fields.kinds import has_word
from app.fields.names import format_people
from app.fields.peeling import clean_title
from app.fields.places import is_place

_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_YEAR = r"(?:1[4-9]|20)\d\d"
_LONGEST_TITLE = 400
# "Trad. Denise Bottmann.", "3. ed. rev. e ampl.", "Org. Ana Cruz.", "v. 2.": between title and imprint.
_EDITION = (
    r"(?P<edition>\d{1,2})(?:\.|[ªa]\.?)?\s?[Ee]d(?:\.|ição)"
    r"(?:,?\s(?:e\s)?(?:rev|ampl|aum|atual|corr|revista|ampliada|aumentada|atualizada)\b\.?)*"
)
_ANY_EDITION = _EDITION.replace("?P<edition>", "?:")
_NAMES = rf"[{_UPPER}](?:[^.]|(?<=\s[{_UPPER}])\.(?=\s))*"
_BETWEEN = re.compile(
    rf"(?P<title>.+?(?:[.?!…]|[?!.][”\"]))\s(?P<between>(?:(?:{_ANY_EDITION}|[Ee]d\.\srev[^.]*\.(?:\se\sampl\.)?"
    rf"|(?:Trad(?:\.|ução)|Tradução|Organização|Org\.|Prefácio|Pref\.|Introdução|Apresentação|Apres\.|Posfácio|Rev\.|Revisão)(?:\stécnica)?(?:\s(?:de|do|da)|:)?\s{_NAMES}\."
    r"|[vt]\.\s(?:\d{1,2}|[IVX]+)(?=\.|,)\.?|\d{1,2}\s(?:v|vols?|t)\.)\.?\s?)+)$"
)
_NUMBERED_EDITION = re.compile(rf"(?<!\S){_EDITION}")
_TRANSLATOR = re.compile(rf"Trad(?:\.|ução)(?:\sde|:)?\s(?P<people>{_NAMES})\.")
_EDITOR = re.compile(rf"(?:Org\.|Organização)(?:\sde|:)?\s(?P<people>{_NAMES})\.")
_VOLUME = re.compile(r"(?<![\w.])[vt]\.\s(?P<volume>\d{1,2}|[IVX]+)(?=\.|,)")
_VOLUMES = re.compile(r"(?<!\w)(?P<count>\d{1,2})\s(?:v|vols?|t)\.")
_VOLUME_OF_TITLE = re.compile(r"[,.]\s(?:vol|v|t)\.\s(?P<volume>\d{1,2}|[IVX]+)(?::\s(?P<addon>.{3,160}))?$")
_REVISED = re.compile(r"(?P<edition>[Ee]d\.\srev[^.]*\.(?:\se\sampl\.)?)")
_IN = re.compile(r"(?:(?<=[.?!”\"])|(?<=[.?!…]\s))\s?In:?\s(?=[_A-ZÀ-Þ])")
_DASH = re.compile(r"[_—–]{2,}(?P<role>\s?\((?:[Oo]rgs?|[Cc]oords?|[Ee]ds?|[Dd]irs?)\.?\))?[.,:]?\s")
_THESIS = re.compile(
    rf"(?:(?<=[.?!])\s|(?<=[.?!]\s))(?:(?P<first>{_YEAR})\.\s)?(?:\d+\s?(?:f|fls|p)\.\s)?(?P<type>(?:Tese|Dissertação|Monografia|Thesis|Dissertation|Tesis|Thèse|Trabalho\sde\s[Cc]onclusão)\b[^.,–—()]{{0,60}}?(?:\([^()]{{3,60}}\))?)"
    rf"(?:\s?[–—-]\s|[,.]\s)(?P<school>[{_UPPER}][^.;()]{{2,160}}?)(?:,\s(?P<year>{_YEAR})|(?=\.(?:\s|$)|$))"
)
_LAW = re.compile(
    rf"(?P<title>(?:Lei|Decreto|Decreto-[Ll]ei|Constituição|Medida\sProvisória|Portaria|Resolução|Alvará|Carta\s[Rr]égia|Emenda)\b.{{3,160}}?{_YEAR})[.:]\s"
)
_REPORT = re.compile(r"(?:Relat[oó]rio|Falla|Fala|Mensagem|Recenseamento|Censo|Anuário)\b")
_OTHER_PEOPLE = re.compile(rf";\s[{_UPPER}]{{3,}},\s|\b[Oo]p\.?\s?cit|\bcit\.,|\b[Ii]bid")


@dataclass(frozen=True, slots=True)
class Brazilian:
    """What was read of a citation in this manner."""

    entrytype: str
    fields: dict[str, str]
    end: int
    locator: str | None


def read_brazilian(text: str) -> Brazilian | None:
    """Read a citation whose people stand in capitals, family name first; None where the words are none such."""
    head = read_inverted_head(text)
    if head is None or head.end >= len(text):
        return None
    begin = head.end + 1
    for reader in _READERS:
        if (found := reader(text, begin, head)) and found.fields.get("title"):
            people = _people(head)
            return Brazilian(found.entrytype, people | found.fields, found.end, found.locator)
    return None


def _people(head: InvertedHead) -> dict[str, str]:
    if head.is_body:
        return {"author": f"{{{_lowered(head.people)}}}"}
    people = [_person(person) for person in head.people.split("; ")]
    return {"editor" if head.is_edited else "author": " and ".join([*people, *["others"] * head.has_others])}


def _person(words: str) -> str:
    """A person with the family name in small letters: "DE SÁ E BENEVIDES, Ana" to "de Sá e Benevides, Ana"."""
    family, _, given = words.partition(", ")
    family = re.sub(r"\b(?:D[AEO]S?|E)\b", lambda word: word.group().lower(), family)
    family = re.sub(rf"[{_UPPER}]{{2,}}", lambda word: word.group().capitalize(), family)
    return f"{family}, {given}"


def _lowered(body: str) -> str:
    """A body's name set in capitals as it is written: "Província do Rio de Janeiro"."""
    words = [word if "." in word else word.capitalize() for word in body.split()]
    small = {"Do", "Da", "De", "Dos", "Das", "E"}
    return " ".join(word.lower() if k and word in small else word for k, word in enumerate(words))


def _read_law(text: str, begin: int, head: InvertedHead) -> Brazilian | None:
    law = _LAW.match(text, begin) if head.is_body else None
    tail = read_imprint_tail(text, law.end(), at_once=True) if law else None
    if not law or not tail:
        return None
    host = clean_title(text[law.end() : tail.start])
    fields = {"title": law["title"], "booktitle": host} if host else {"title": law["title"]}
    return Brazilian("legislation", fields | tail.fields, tail.end, tail.locator)


def _read_review(text: str, begin: int, head: InvertedHead) -> Brazilian | None:
    tail = None if head.is_body else read_review_tail(text, begin, begin + _LONGEST_TITLE)
    if not tail or _IN.search(text, begin, tail.start):
        return None
    title = text[begin : tail.start]
    if _OTHER_PEOPLE.search(title):
        return None
    return Brazilian("article", {"title": clean_title(title)} | tail.fields, tail.end, tail.locator)


def _read_chapter(text: str, begin: int, head: InvertedHead) -> Brazilian | None:
    lead = _IN.search(text, begin, begin + _LONGEST_TITLE)
    if not lead or _OTHER_PEOPLE.search(text, begin, lead.start()):
        return None
    fields = {"title": clean_title(text[begin : lead.start()])}
    own = next(iter(_people(head).values()))
    book = lead.end()
    if dash := _DASH.match(text, book):
        fields["editor" if dash["role"] else "bookauthor"] = own
        book = dash.end()
    elif named := read_inverted_head(text, book):
        people = next(iter(_people(named).values()))
        fields["editor" if named.is_edited or named.is_body else "bookauthor"] = people
        book = named.end + 1
    tail = read_imprint_tail(text, book)
    if not tail:
        return None
    title, between = _divide(text[book : tail.start])
    if not title or _OTHER_PEOPLE.search(title):
        return None
    fields |= {"booktitle": title} | between | tail.fields
    if tail.locator and tail.is_extent:
        fields["pages"] = re.sub(r"\s?[-–—]+\s?", "--", tail.locator)
    is_meeting = has_word(f"{title} {title.title()}", "conference_words") and "editor" not in fields
    kind = "inproceedings" if is_meeting else "incollection"
    return Brazilian(kind, fields, tail.end, None if "pages" in fields else tail.locator)


def _read_thesis(text: str, begin: int, head: InvertedHead) -> Brazilian | None:
    found = _THESIS.search(text, begin, begin + _LONGEST_TITLE)
    if not found or not (found["year"] or found["first"]) or head.is_body:
        return None
    title = text[begin : found.start()]
    if _OTHER_PEOPLE.search(title):
        return None
    fields = {"title": clean_title(title), "type": found["type"].strip()} | _school(found["school"])
    fields["date"] = found["year"] or found["first"]
    tail = BrazilianTail(found.start(), found.end(), fields, None).continued(text)
    return Brazilian("thesis", tail.fields, tail.end, tail.locator)


def _school(words: str) -> dict[str, str]:
    """The institution and its city: "Universidade Federal Fluminense, Niterói"."""
    city, colon, school = words.partition(": ")
    if colon:
        return {"institution": school, "location": city}
    parts = [part.strip() for part in words.split(",")]
    is_city = len(parts) > 1 and (
        is_place(parts[-1]) or not re.search(r"(?i)univ|fac|inst|dep|centro|escola", parts[-1])
    )
    if not is_city:
        return {"institution": ", ".join(parts)}
    return {"institution": ", ".join(parts[:-1]), "location": parts[-1]}


def _read_book(text: str, begin: int, head: InvertedHead) -> Brazilian | None:
    tail = read_imprint_tail(text, begin)
    if not tail or tail.start - begin > _LONGEST_TITLE:
        return None
    title, between = _divide(text[begin : tail.start])
    if not title or _OTHER_PEOPLE.search(title) or (head.is_edited and "editor" in between):
        return None
    kind = "report" if head.is_body and _REPORT.match(title) else "book"
    return Brazilian(kind, {"title": title} | between | tail.fields, tail.end, tail.locator)


def _read_online(text: str, begin: int, _head: InvertedHead) -> Brazilian | None:
    tail = read_web_tail(text, begin, begin + _LONGEST_TITLE)
    if not tail or _OTHER_PEOPLE.search(text, begin, tail.start):
        return None
    return Brazilian("online", {"title": clean_title(text[begin : tail.start])} | tail.fields, tail.end, tail.locator)


def _divide(words: str) -> tuple[str, dict[str, str]]:
    """A title and what stands between it and the imprint: edition, translator, editor, volume."""
    found = _BETWEEN.fullmatch(words.strip())
    if not found:
        return _titled(clean_title(words), {})
    between = found["between"]
    fields: dict[str, str] = {}
    if edition := _NUMBERED_EDITION.search(between):
        fields["edition"] = edition["edition"]
    if revised := _REVISED.search(between):
        fields.setdefault("edition", revised["edition"].rstrip("."))
    for name, shape in (("translator", _TRANSLATOR), ("editor", _EDITOR)):
        if person := shape.search(between):
            fields[name] = format_people(person["people"])
    if volume := _VOLUME.search(between):
        fields["volume"] = volume["volume"]
    if total := _VOLUMES.search(between):
        fields["volumes"] = total["count"]
    return _titled(clean_title(found["title"]), fields)


def _titled(title: str, fields: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The title apart from its volume: "História da vida no porto, vol. 2: Império"."""
    found = _VOLUME_OF_TITLE.search(title)
    if not found or "volume" in fields:
        return title, fields
    named = {"volume": found["volume"]} | ({"titleaddon": found["addon"]} if found["addon"] else {})
    return title[: found.start()], fields | named


_READERS = (_read_law, _read_chapter, _read_thesis, _read_review, _read_book, _read_online)
