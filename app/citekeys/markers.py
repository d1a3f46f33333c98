"""A marker and an entry in, what it stands for out: auth, authors3, shorttitle(3,3), year, firstpage, any field.

The markers are JabRef's and Better BibTeX's, described in their manuals' chapters on citation keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from app.citekeys.dates import formatted_date
from app.citekeys.letters import plain_letters, without_tex
from app.citekeys.pattern_parts import SkipError, Step
from app.citekeys.people_markers import PEOPLE_MARKERS, named_people, surname
from app.citekeys.words import FUNCTION_WORDS, all_words, title_words
from app.entry import Entry
from app.wordlists import load_words

_YEAR = re.compile(r"\d{4}")
_PAGE = re.compile(r"[A-Za-z]*\d+")
_ROLES = (("pureauth", "author"), ("edtr", "editor"), ("editors", "editor"), ("editor", "editor"), ("auth", "author"))


def marker_value(step: Step, entry: Entry, is_formula: bool = False) -> str:
    """What a marker stands for in this entry, spaces and case as they come; "" where the entry has nothing for it.

    Args:
        step: "auth", "authors" with 3, or a field's name; in capitals it is always a field's, [TITLE].
        entry: with biblatex names.
        is_formula: it stands in a formula of Better BibTeX's, where names with a capital are Zotero's fields.

    Raises:
        SkipError: a condition on the entry ("type(book)") does not hold.
    """
    name = step.name.lower()
    if (step.name.isupper() and len(step.name) > 1) or (name == "journal" and not is_formula):
        return _field(entry, name)
    if is_formula and step.name[:1].isupper() and name in load_words("citekeys")["zotero_fields"]:
        return _zotero_field(entry, name)
    if marker := MARKERS.get(name):
        return marker(entry, step)
    if people := _people_marker(name):
        role, marked = people
        found = named_people(entry, step.named.get("creator", role), is_pure=name.startswith("pure"))
        return marked(found, step, is_formula) if found else ""
    return _field(entry, name)


def _people_marker(name: str) -> tuple[str, Callable[..., str]] | None:
    if name in ("creators", "creatornames"):
        return "*", PEOPLE_MARKERS["authcreators"]
    for prefix, role in _ROLES:
        if name.startswith(prefix):
            base = "auth" + name[len(prefix) :].replace("edtr", "auth")
            base = "authors" if prefix == "editors" else base
            if base in PEOPLE_MARKERS:
                return role, PEOPLE_MARKERS[base]
    return None


def is_marker(name: str) -> bool:
    """Whether a name means something: a marker, or a field. A name in capitals may be a field of the user's own."""
    lower = name.lower()
    is_known = lower in MARKERS or _people_marker(lower) is not None or lower in _fields()
    return is_known or (name.isupper() and len(name) > 1) or lower in load_words("citekeys")["zotero_fields"]


def marker_names() -> list[str]:
    """The names that a pattern may well have meant."""
    return [*MARKERS, *PEOPLE_MARKERS, "pureauth", "edtr", "editors", *sorted(_fields())]


def _fields() -> frozenset[str]:
    words = load_words("field_names")
    aliases = load_words("citekeys")["fields"]
    return frozenset({*words["order"], *words["verbatim"], *words["people"], *aliases, "comment"})


def _field(entry: Entry, name: str) -> str:
    target = load_words("citekeys")["fields"].get(name, name)
    return entry.key if target == "key" else without_tex(entry.get(target))


def _zotero_field(entry: Entry, name: str) -> str:
    names = load_words("citekeys")["zotero_fields"][name].split("/")
    return without_tex(next((entry.get(ours) for ours in names if entry.get(ours)), ""))


def entry_date(entry: Entry) -> str:
    """The entry's date, or the year where its date is no date."""
    return entry.get("date") or entry.get("year") or entry.get("eventdate") or entry.get("urldate")


def _year(entry: Entry, _step: Step) -> str:
    match = _YEAR.search(entry_date(entry))
    return match.group() if match else plain_letters(entry.get("year"))


def _date(entry: Entry, step: Step) -> str:
    """The date's first day, or by a format; "%oY" is the year of the first printing, where there was one."""
    date, wanted = entry_date(entry).partition("/")[0], step.text(0, "format")
    if not wanted:
        return date
    if "%o" in wanted:
        return formatted_date(entry.get("origdate") or date, wanted)
    return formatted_date(date, wanted)


def _part_of_date(place: int) -> Callable[[Entry, Step], str]:
    def marker(entry: Entry, _step: Step) -> str:
        parts = entry_date(entry).partition("/")[0].partition("T")[0].split("-")
        return parts[place] if len(parts) > place else ""

    return marker


def _page(place: int) -> Callable[[Entry, Step], str]:
    def marker(entry: Entry, _step: Step) -> str:
        pages = _PAGE.findall(entry.get("pages"))
        return pages[place] if pages else ""

    return marker


def _short_title(count: int) -> Callable[[Entry, Step], str]:
    """The first words of the title that count, so many, the first of them with capitals: shorttitle(3,3)."""

    def marker(entry: Entry, step: Step) -> str:
        words = title_words(entry.get("title"))[: step.number(0, "n", count)]
        capitals = step.number(1, "m")
        return " ".join(word[:1].upper() + word[1:] if place < capitals else word for place, word in enumerate(words))

    return marker


def _title(entry: Entry, _step: Step) -> str:
    """All words of the title, those that count with a capital: "An Awesome Paper on JabRef"."""
    words = all_words(entry.get("title"))
    return " ".join(
        word.lower() if place and word.lower() in FUNCTION_WORDS else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )


def _camel(entry: Entry, step: Step) -> str:
    words = all_words(entry.get("title"))[: step.number(0, "n") or None]
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _keyword(entry: Entry, step: Step) -> str:
    words = [word.strip() for word in re.split(r"[,;]", entry.get("keywords")) if word.strip()]
    place = step.number(0, "n", 1) - 1
    return words[place] if 0 <= place < len(words) else ""


def _keywords(entry: Entry, step: Step) -> str:
    words = [word.strip() for word in re.split(r"[,;]", entry.get("keywords")) if word.strip()]
    return "".join(words[: step.number(0, "n") or None])


def _page_prefix(entry: Entry, _step: Step) -> str:
    return re.split(r"\d", entry.get("pages"), maxsplit=1)[0].strip()


def _is_type(entry: Entry, step: Step) -> str:
    """Better BibTeX's condition type(book, journalArticle), in Zotero's words or biblatex's; else the type itself."""
    kinds = load_words("citekeys")["item_types"]
    asked = [word.lower() for word in (*step.arguments, *step.named.values())]
    if not asked:
        return entry.entrytype
    if any(entry.entrytype in kinds.get(word, (word,)) for word in asked):
        return ""
    raise SkipError


def _is_language(entry: Entry, step: Step) -> str:
    asked = {word.lower() for word in step.arguments}
    if not asked:
        return entry.get("langid")
    if entry.get("langid").lower() in asked:
        return ""
    raise SkipError


def _zotero(entry: Entry, step: Step) -> str:
    """Zotero's own keys: "golshtein_modified_1996"."""
    people = named_people(entry, "*")
    if people and people[0].prefix and "useprefix=true" not in entry.get("options"):
        people = [replace(people[0], prefix="")]
    name = re.sub(r"\W+", "_", surname(people[0], keeps_spaces=True).lower()) if people else ""
    word = next(iter(title_words(entry.get("title"))), "").lower()
    return "_".join(filter(None, (name, word, _year(entry, step))))


def _extra(entry: Entry, step: Step) -> str:
    return _field(entry, step.text(0, "variable").lower().removeprefix("tex."))


MARKERS: dict[str, Callable[[Entry, Step], str]] = {
    "text": lambda _entry, step: step.text(0, "text"),
    "year": _year,
    "shortyear": lambda entry, step: _year(entry, step)[-2:],
    "month": _part_of_date(1),
    "day": _part_of_date(2),
    "date": _date,
    "origyear": lambda entry, step: entry.get("origdate")[:4] or _year(entry, step),
    "origdate": lambda entry, _: entry.get("origdate"),
    "len": lambda _entry, _step: "",
    "title": _title,
    "camel": _camel,
    "fulltitle": lambda entry, _: without_tex(entry.get("title")),
    "shorttitle": _short_title(3),
    "shorttitleini": lambda entry, _: "".join(word[0] for word in title_words(entry.get("title"))[:3]),
    "veryshorttitle": _short_title(1),
    "firstpage": _page(0),
    "lastpage": _page(-1),
    "pageprefix": _page_prefix,
    "keyword": _keyword,
    "keywords": _keywords,
    "entrytype": lambda entry, _: entry.entrytype,
    "itemtype": lambda entry, _: entry.entrytype,
    "type": _is_type,
    "language": _is_language,
    "journal": lambda entry, _: without_tex(entry.get("shortjournal") or entry.get("journaltitle")),
    "extra": _extra,
    "zotero": _zotero,
    "citekey": lambda entry, _: entry.key,
    "item": lambda entry, _: entry.key,
    # These ask a service on the web or know what Zotero keeps: there is nothing for them here.
    "inspirehep": lambda _entry, _step: "",
    "library": lambda _entry, _step: "",
    "infix": lambda _entry, _step: "",
}
