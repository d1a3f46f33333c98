"""The name of a marker and an entry in, what it stands for out: auth, authors3, shorttitle, year, firstpage, any field.

The markers are JabRef's and Better BibTeX's, described in their manuals' chapters on citation keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.citekeys.letters import plain_letters, without_tex
from app.citekeys.words import body_short, title_words
from app.entry import Entry
from app.people import Person, read_people

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"\d{4}")
_MARKER = re.compile(r"([a-z.]+?)(\d+)?(?:_(\d+))?")
_PAGE = re.compile(r"[A-Za-z]*\d+")


def marker_value(name: str, arguments: Sequence[str], entry: Entry) -> str:
    """What a marker stands for in this entry, spaces and case as they come; "" where the entry has nothing for it.

    Args:
        name: "auth", "authors3", "authIni2", or a field's name.
        arguments: those in parentheses, as Better BibTeX writes them: shorttitle(3,3).
        entry: with biblatex names.
    """
    match = _MARKER.fullmatch(name.lower())
    if match is None:
        return entry.get(name.lower())
    base, *numbers = match.groups()
    counts = [int(number) for number in (*numbers, *arguments) if number and number.strip().isdigit()]
    if marker := _MARKERS.get(base):
        return marker(entry, counts)
    for prefix, role in (("edtr", "editor"), ("editor", "editor"), ("auth", "author")):
        if base.startswith(prefix) and (people_marker := _PEOPLE.get("auth" + base[len(prefix) :])):
            people = _named(entry, role)
            return people_marker(people, counts) if people else ""
    return _plain_field(entry, name.lower())


def _plain_field(entry: Entry, name: str) -> str:
    aliases = {"journal": "journaltitle", "address": "location", "school": "institution", "booktitle": "booktitle"}
    return without_tex(entry.get(aliases.get(name, name)))


def _named(entry: Entry, role: str) -> list[Person]:
    """The people a key may be named for; the editors stand in for a missing author."""
    value = entry.get(role) or (entry.get("editor") or entry.get("translator") if role == "author" else "")
    return [person for person in read_people(value) if not person.is_others]


def surname(person: Person) -> str:
    """A person's name in a key: "vanderBerg", "LopezPortillo"; a body in short, "CIA"."""
    if person.literal:
        return body_short(person.literal)
    return re.sub(r"[^\w]+", "", plain_letters(without_tex(person.surname)))


def _auth(people: list[Person], counts: list[int]) -> str:
    """auth; authN: N letters; authN_M: N letters of the M-th."""
    index = (counts[1] if len(counts) > 1 else 1) - 1
    name = surname(people[index]) if 0 <= index < len(people) else ""
    return name[: counts[0]] if counts and counts[0] else name


def _authors(people: list[Person], counts: list[int]) -> str:
    """authors: all; authorsN: the first N, and EtAl for the rest."""
    limit = counts[0] if counts else len(people)
    names = "".join(surname(person) for person in people[:limit])
    return names + ("EtAl" if len(people) > limit else "")


def _auth_et_al(separator: str, rest: str) -> Callable[[list[Person], list[int]], str]:
    def marker(people: list[Person], _counts: list[int]) -> str:
        if len(people) <= 2:
            return separator.join(surname(person) for person in people)
        return surname(people[0]) + rest

    return marker


def _auth_auth_ea(people: list[Person], _counts: list[int]) -> str:
    return ".".join(surname(person) for person in people[:2]) + (".ea" if len(people) > 2 else "")


def _alpha(people: list[Person], _counts: list[int]) -> str:
    """As the style alpha labels: three letters of one, an initial each of up to four, then a plus."""
    if len(people) == 1:
        return surname(people[0])[:3]
    return "".join(surname(person)[:1] for person in people[: 4 if len(people) <= 4 else 3]) + (
        "+" if len(people) > 4 else ""
    )


def _auth_short(people: list[Person], _counts: list[int]) -> str:
    if len(people) == 1:
        return surname(people[0])
    return "".join(surname(person)[:1] for person in people[:3]) + ("+" if len(people) > 3 else "")


def _auth_ini(people: list[Person], counts: list[int]) -> str:
    """authIniN: about N letters, shared among all; authorIni: five of the first and an initial of the others."""
    if not counts:
        return surname(people[0])[:5] + "".join(surname(person)[:1] for person in people[1:])
    share, left = divmod(max(counts[0], 1), len(people)) if len(people) <= counts[0] else (1, 0)
    taken = people[: counts[0]]
    return "".join(surname(person)[: share + (place < left)] for place, person in enumerate(taken))


def _initial(people: list[Person], place: int) -> str:
    given = plain_letters(without_tex(people[place].given))
    return given[:1]


_PEOPLE: dict[str, Callable[[list[Person], list[int]], str]] = {
    "auth": _auth,
    "author": _auth,
    "authors": _authors,
    "auths": _authors,
    "authetal": _auth_et_al("", "EtAl"),
    "auth.etal": _auth_et_al(".", ".etal"),
    "autheal": _auth_et_al("", "EtAl"),
    "auth.auth.ea": _auth_auth_ea,
    "authorsalpha": _alpha,
    "authalpha": _alpha,
    "authshort": _auth_short,
    "authini": _auth_ini,
    "authorini": _auth_ini,
    "authforeini": lambda people, _: _initial(people, 0),
    "authorlast": lambda people, _: surname(people[-1]),
    "authlast": lambda people, _: surname(people[-1]),
    "authorlastforeini": lambda people, _: _initial(people, -1),
    "authfirstfull": lambda people, _: re.sub(r"[^\w]+", "", plain_letters(without_tex(people[0].first_last))),
}


def entry_date(entry: Entry) -> str:
    """The entry's date, or the year where its date is no date."""
    return entry.get("date") or entry.get("year") or entry.get("eventdate") or entry.get("urldate")


def _year(entry: Entry, _counts: list[int]) -> str:
    match = _YEAR.search(entry_date(entry))
    return match.group() if match else plain_letters(entry.get("year"))


def _page(place: int) -> Callable[[Entry, list[int]], str]:
    def marker(entry: Entry, _counts: list[int]) -> str:
        pages = _PAGE.findall(entry.get("pages"))
        return pages[place] if pages else ""

    return marker


def _title(count: int | None, capitals: bool) -> Callable[[Entry, list[int]], str]:
    """The first words of the title: all, or so many; Better BibTeX says how many itself."""

    def marker(entry: Entry, counts: list[int]) -> str:
        words = title_words(entry.get("title"))[: counts[0] if counts else count]
        shown = [word[:1].upper() + word[1:] for word in words] if capitals else words
        return "".join(shown)

    return marker


def _short_initials(entry: Entry, _counts: list[int]) -> str:
    return "".join(word[0] for word in title_words(entry.get("title"))[:3])


def _part_of_date(place: int) -> Callable[[Entry, list[int]], str]:
    def marker(entry: Entry, _counts: list[int]) -> str:
        parts = entry_date(entry).partition("/")[0].split("-")
        return parts[place] if len(parts) > place else ""

    return marker


def _keyword(entry: Entry, counts: list[int]) -> str:
    words = [word.strip() for word in re.split(r"[,;]", entry.get("keywords"))]
    place = (counts[0] if counts else 1) - 1
    return words[place] if 0 <= place < len(words) else ""


def _page_prefix(entry: Entry, _counts: list[int]) -> str:
    return re.split(r"\d", entry.get("pages"), maxsplit=1)[0].strip()


_MARKERS: dict[str, Callable[[Entry, list[int]], str]] = {
    "year": _year,
    "shortyear": lambda entry, counts: _year(entry, counts)[-2:],
    "month": _part_of_date(1),
    "day": _part_of_date(2),
    "date": lambda entry, _: entry_date(entry).partition("/")[0],
    "origyear": lambda entry, _: entry.get("origdate")[:4],
    "origdate": lambda entry, _: entry.get("origdate"),
    "title": _title(None, capitals=True),
    "camel": _title(None, capitals=True),
    "fulltitle": lambda entry, _: without_tex(entry.get("title")),
    "shorttitle": _title(3, capitals=False),
    "shorttitleini": _short_initials,
    "veryshorttitle": _title(1, capitals=False),
    "firstpage": _page(0),
    "lastpage": _page(-1),
    "pageprefix": _page_prefix,
    "keyword": _keyword,
    "keywords": lambda entry, _: entry.get("keywords"),
    "entrytype": lambda entry, _: entry.entrytype,
    "type": lambda entry, _: entry.entrytype,
    "citekey": lambda entry, _: entry.key,
}
