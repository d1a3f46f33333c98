"""Agreeing: two entries' traits in, field by field the level of their agreement out (a row of the table of weights)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.matching.names import Name, agree_as_person
from app.matching.numbers import is_items_own
from app.matching.outcome import Agreement
from app.matching.publishers import compare_publishers
from app.matching.titles import TitleAgreement
from app.matching.traits import Traits
from app.matching.venues import compare_venues

# "e1004", "c1804": an article's number in an electronic journal, which may have pages in print as well.
_ELECTRONIC = re.compile(r"[b-jm]\d{3,}$")


@dataclass(frozen=True, slots=True)
class Levels:
    """The level each field reached; `title_words` keeps the words in which the titles differ."""

    title: str
    author: str
    venue: str
    publisher: str
    date: str
    volume: str
    number: str
    pages: str
    doi: str
    identifier: str
    abstract: str
    title_words: TitleAgreement

    def items(self) -> tuple[tuple[str, str], ...]:
        """Field and level, as the table of weights is keyed."""
        return (
            ("title", self.title), ("author", self.author), ("venue", self.venue),
            ("publisher", self.publisher), ("date", self.date),
            ("volume", self.volume), ("number", self.number), ("pages", self.pages), ("doi", self.doi),
            ("identifier", self.identifier), ("abstract", self.abstract),
        )  # fmt: skip


def levels_of(a: Traits, b: Traits, titles: TitleAgreement) -> Levels:
    """Compare two entries field by field, once their titles have been; the order of the two does not matter."""
    is_turned = titles.level != "generic" and _are_numbers_turned(a, b)
    return Levels(
        title=titles.level,
        author=_authors(a, b),
        venue=_venues(a, b),
        publisher=compare_publishers(*sorted((a.publisher, b.publisher))),
        date=_dates(a, b),
        volume="same" if is_turned else _volumes(a, b),
        number="same" if is_turned else _plain(a.number, b.number),
        pages=_pages(a, b),
        doi=_dois(a.doi, b.doi, is_generic=titles.level == "generic"),
        identifier=_identifiers(a, b),
        abstract=_abstracts(a.abstract, b.abstract),
        title_words=titles,
    )


def _plain(a: str, b: str) -> str:
    if not a or not b:
        return "missing"
    return "same" if a == b else "different"


def _are_numbers_turned(a: Traits, b: Traits) -> bool:
    """Whether volume and number have changed places in one: "2(5)" and "5(2)", of one year."""
    is_turned = bool(a.volume and a.number) and (a.volume, a.number) == (b.number, b.volume)
    return is_turned and (a.year == b.year or None in (a.year, b.year))


def _are_numbered_otherwise(a: Traits, b: Traits) -> bool:
    """Whether what one calls the volume is the number in the other: a journal that has but one count."""
    counts = ((a.volume, a.number), (b.number, b.volume))
    return counts[0] == counts[1] and any(counts[0]) and not all(counts[0])


def _volumes(a: Traits, b: Traits) -> str:
    """As for a plain number; an issue that stands in the volume's place ("1" for 55, Suppl. 1) tells no volume."""
    level = _plain(a.volume, b.volume)
    if level == "missing" and a.venue and b.venue and _are_numbered_otherwise(a, b):
        return "same"
    is_issue = (a.volume == b.number and not a.number) or (b.volume == a.number and not b.number)
    return "missing" if level == "different" and is_issue else level


def _authors(a: Traits, b: Traits) -> str:
    """same, first (same first author), near, some (one in common), different, missing."""
    if not a.people or not b.people:
        return "missing"
    shared = len(a.lasts & b.lasts)
    few = min(len(a.lasts), len(b.lasts))
    first = agree_as_person(a.people[0], b.people[0])
    if first is Agreement.EQUAL:
        if shared >= 0.6 * max(len(a.lasts), len(b.lasts)) or len(a.lasts) == len(b.lasts) == 1:
            return "same"
        return "first" if shared == few or shared > 1 else "near"
    if first is Agreement.NEAR:
        if few > 1 and shared + 1 >= few and a.people[0].surname != b.people[0].surname:
            return "first"  # a slip in one name, and all the others agree
        return "near" if can_share(a, b, shared, few) else "some"
    if shared * 2 > few or (shared and few == 1):
        return "near" if few > 1 or _stands_in(a.people, b.people) else "some"
    if shared or _some_meet(a.people, b.people):
        return "some"
    return "near" if _are_one_body(a.people, b.people) else "different"


def _are_one_body(a: tuple[Name, ...], b: tuple[Name, ...]) -> bool:
    """Whether a committee's name was taken apart in two ways: "Group, Coastal Study" and "Coastal, Study"."""
    words, others = (
        {word for n in people for word in f"{n.family} {n.given}".split() if len(word) > 3} for people in (a, b)
    )
    return len(words & others) > 1 and 3 * len(words & others) >= 2 * min(len(words), len(others))


def can_share(a: Traits, b: Traits, shared: int, few: int) -> bool:
    """Whether two lists whose first names nearly agree can be one: another given name needs a second author shared."""
    same_name = a.people[0].surname == b.people[0].surname
    return shared > 1 or (few == 1 and not same_name) or (not same_name and shared + 1 >= few)


def _stands_in(a: tuple[Name, ...], b: tuple[Name, ...]) -> bool:
    one, many = (a, b) if len(a) <= len(b) else (b, a)
    return any(agree_as_person(one[0], other) is Agreement.EQUAL for other in many)


def _some_meet(a: tuple[Name, ...], b: tuple[Name, ...]) -> bool:
    return any(agree_as_person(one, other) is not Agreement.DIFFERENT for one in a[:3] for other in b[:3])


def _venues(a: Traits, b: Traits) -> str:
    """same, near, other kind (a journal against a book), different, missing."""
    direct = compare_venues(*sorted((a.venue or a.in_book, b.venue or b.in_book)))
    if direct == "different" and bool(a.venue) != bool(b.venue):
        return "kind"
    return direct


def _dates(a: Traits, b: Traits) -> str:
    """Day (the same day), same (year), day apart, one, few, different, missing."""
    if a.year is None or b.year is None:
        return "missing"
    apart = abs(a.year - b.year)
    if apart == 0:
        # A journal's article has one date online and another in print; a newspaper's day is all that tells items apart.
        is_placed = (a.volume and a.volume == b.volume) or (a.doi and a.doi == b.doi)
        is_bound = {a.kind, b.kind} <= {"book", "part"}
        return _days(a.day, b.day, has_volumes=bool(is_bound or is_placed or (a.volume and b.volume)))
    return "one" if apart == 1 else "few" if apart <= 3 else "different"


def _days(a: str, b: str, *, has_volumes: bool) -> str:
    if not a or not b or has_volumes:
        return "day" if len(a) == 5 and a == b else "same"
    if a[:2] != b[:2] or (len(a) == len(b) and a != b):
        return "other day"
    return "day" if len(a) == len(b) == 5 else "same"


def _pages(a: Traits, b: Traits) -> str:
    """Same (both ends), first, last, within, online (paged from 1 before its volume was out), different, missing."""
    if not a.first_page or not b.first_page:
        return "missing"
    if a.first_page == b.first_page:
        if not a.last_page or not b.last_page or a.last_page == b.last_page:
            return "same" if a.last_page and b.last_page else "first"
        return "first"
    if a.last_page and a.last_page == b.last_page:
        return "last"
    if _ELECTRONIC.match(a.first_page) and b.first_page.isdigit():
        return "missing"
    if _ELECTRONIC.match(b.first_page) and a.first_page.isdigit():
        return "missing"
    plain_a, plain_b = (text.strip("abcdefghijklmnopqrstuvwxyz") for text in (a.first_page, b.first_page))
    if plain_a and plain_a == plain_b:
        return "first"
    if _is_online_first(a, b) or _is_online_first(b, a):
        return "online"
    if a.kind == b.kind == "book":
        return "missing"  # of a book they are the pages somebody cited, or how many it has
    return "within" if _is_within(a, b) or _is_within(b, a) else "different"


def _is_online_first(a: Traits, b: Traits) -> bool:
    return a.first_page == "1" and not a.volume and not a.number and bool(b.volume) and bool(a.venue)


def _is_within(a: Traits, b: Traits) -> bool:
    """Whether a's pages lie in b's: somebody wrote the page cited for the extent."""
    if not (a.first_page.isdigit() and b.first_page.isdigit() and b.last_page.isdigit()):
        return False
    last = int(a.last_page) if a.last_page.isdigit() else int(a.first_page)
    return int(b.first_page) <= int(a.first_page) <= last <= int(b.last_page)


def _dois(a: str, b: str, *, is_generic: bool) -> str:
    """same, version (".pub2" against ".pub3", "v1"), different, missing.

    What is no single item's own tells nothing, but that two "Abstracts" stand in one supplement.
    """
    if not a or not b:
        return "missing"
    is_own = is_items_own(a) and is_items_own(b)
    if a == b:
        return "same" if is_own or is_generic else "missing"
    if not is_own:
        return "missing"
    return "version" if _unversioned(a) == _unversioned(b) else "different"


def _unversioned(doi: str) -> str:
    head, _, tail = doi.rpartition(".pub")
    if head and tail.isdigit():
        return head
    head, _, tail = doi.rpartition("v")
    return head if head and tail.isdigit() and len(tail) == 1 and head[-1].isdigit() else doi


def _identifiers(a: Traits, b: Traits) -> str:
    """same, url, isbn (a book's number, which its chapters share), different, missing."""
    shared = a.numbers & b.numbers
    if shared:
        return "url" if all(number.startswith("url:") for number in shared) else "same"
    kinds = {n.partition(":")[0] for n in a.numbers} & {n.partition(":")[0] for n in b.numbers}
    if kinds - {"url"}:
        return "different"
    if a.isbns and b.isbns:
        return "isbn" if a.isbns & b.isbns else "other isbn"
    return "missing"


def _abstracts(a: str, b: str) -> str:
    if len(a) < 40 or len(b) < 40:
        return "missing"
    return "same" if a[:40] == b[:40] or a[-30:] == b[-30:] else "different"
