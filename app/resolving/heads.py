"""The words before a back-reference in, the ways to part them into names and title out: "Roe et al. (dir.), Kent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.citations import Pointer
from app.citations.locators import read_locator
from app.fields.names import is_particle
from app.resolving.naming import EDITOR_MARK

_QUOTES = "“”‘’„«»\"`' "
_EDGE = " ,;:.…"
_SEPARATOR = re.compile(r"[,:]\s+|\s[–—]\s")
# "..., in Daniel Roche (dir.), La ville promise", "..., en Annino y Guerra", "..., in: Marsh".
_IN = re.compile(r"(?:(?<=[”’“»\"'.…?!)])|[,;.])\s?(?:in|In|dans|en|nel|em)(?::\s?|\s)(?=[^\W\d_a-z]|[“‘„«])")
# A title begins large; "Missionary Enthusiasm, and Empire" is not parted at its comma.
_BEGINS = re.compile(rf"[{_QUOTES}(\[]*(?:[dl][’'])?[^\W\d_a-zà-öø-ÿ]")
_IN_WORD = re.compile(r"\b(?:in|In|dans|en|nel):?\s")
_SMALL_IN = re.compile(r"(?<=[”’“»\"'.…?!)])(?:,|;|\.)?\s(?:in|In|dans|en|nel|em):?$")
_A_YEAR = re.compile(r"(?:1[4-9]|20)\d\d(?![\d])")
_PLACE_START = re.compile(r"[,.:;]?\s+|(?<=\.)(?=\d)")
# "Tagebuch, Eintrag v. 30. 5. 1932", "Dictionary, s.v. mill"; "S. 2334 B" is a page's second column.
_ENTRY = re.compile(
    r",\s(?P<place>(?:Eintrag|Eintragung|Tagebucheintrag|[Ee]ntry|[Dd]iary\sentry|[Ee]ntrée|[Ee]ntrada|[Aa]nnotazione"
    r"|s\.\s?v\.|s\.\s?vv\.|sub\s(?:verbo|voce|anno)|s\.\s?a\.)\s[^;]{2,60})$"
)
# "G.P., XIV, Part II, 471", "Annals, 9 Cong., 1 sess., 561, 1112", "Letters and Papers, xii. pt. 2, no. 45".
_PART = re.compile(
    r",?\s(?P<place>(?:(?:[IVXLC]+|[ivxlc]+|\d{1,3}(?:st|d|nd|rd|th)?)[.,]?\s(?:[Pp]art|[Pp]t\.|Teil|Tl\.|Abt\.|Cong\.|[Ss]er\.|[Ss]ess\.)"
    r"(?:\s?(?:[IVX]+|[ivx]+|\d{1,3}))?[.,]\s?)[^;“”]{0,40}\d[\d,\s–-]*)$"
)
_COLUMN = re.compile(r"(?<=\d)\s?[A-D]$")
_LONGEST_NAMES = 80
_MOST_DIVISIONS = 8


@dataclass(frozen=True, slots=True)
class Divided:
    """A head that names a part and what it stands in."""

    part: Pointer
    whole: Pointer


def tidy(pointer: Pointer) -> Pointer:
    """The pointer without editor's marks, quotation marks and marks of omission around its words."""
    names = _people_in(EDITOR_MARK.sub("", pointer.names).strip(_EDGE))
    return replace(pointer, names=names, title=_bare(pointer.title))


def _people_in(names: str) -> str:
    """The names without the prose that leads to them: "unter Berufung auf Brandt" is Brandt."""
    words = names.split()
    prose = [k for k, word in enumerate(words[:-1]) if word.isalpha() and word.islower() and not _is_of_a_name(word)]
    return " ".join(words[prose[-1] + 1 :]) if prose else names


def _is_of_a_name(word: str) -> bool:
    # "auf" stands in names of the gentry, and oftener in prose.
    return (is_particle(word) and word != "auf") or word in (
        "and",
        "und",
        "et",
        "y",
        "e",
        "with",
        "mit",
        "others",
        "al",
    )


def _bare(title: str) -> str:
    return title.strip(_QUOTES + _EDGE) if title.count("”") + title.count("»") < 2 else title.strip(_EDGE)


def divisions(pointer: Pointer) -> Iterator[Pointer]:
    """The ways to part a head into names and title, as it was read first, then at every comma and colon.

    "Annino y Guerra, Inventando la nación" is names and a title, whatever the reader of the note took it for.
    """
    yield tidy(pointer)
    head = f"{pointer.names}, {pointer.title}" if pointer.names and pointer.title else pointer.names or pointer.title
    head = EDITOR_MARK.sub("", head)
    seen = 0
    for match in _SEPARATOR.finditer(head):
        names, title = head[: match.start()].strip(_EDGE), head[match.end() :]
        if len(names) > _LONGEST_NAMES or seen >= _MOST_DIVISIONS or any(c.isdigit() for c in names):
            break
        inner = _IN_WORD.search(names)
        # "the essays gathered in Roe and Lee, Kent" is prose and names; "Wehl, Die Regeln, in: Gray" a chapter's head.
        names = _people_in(names if inner is None else names[inner.end() :] if names[0].islower() else "")
        if names and _BEGINS.match(title):
            seen += 1
            yield replace(pointer, names=names, title=_bare(title))
    if pointer.names and pointer.title:
        yield replace(pointer, names="", title=_bare(head))


def divide_part(head: str, pointer: Pointer) -> Divided | None:
    """A chapter and its collection in a head: "V. Milliot, « Titre », in D. Roche (dir.), La ville promise".

    The names are told from the title by its quotation marks, else by the first comma.
    """
    match = next((m for m in _IN.finditer(head) if m.start() > 8 and _is_closed(head[: m.start()])), None)
    small = _SMALL_IN.search(head)
    if match is None and small is None:
        return None
    stop = match.start() if match else small.start() if small else 0
    names, title = divide(head[:stop])
    if not title:
        return None
    whole_names, whole_title = divide(head[match.end() :]) if match else ("", "")
    part = replace(pointer, names=names, title=title, label="", year="")
    return Divided(part, replace(pointer, names=whole_names, title=whole_title))


def _is_closed(words: str) -> bool:
    """Whether no quotation is open: "in" within a title leads to no collection."""
    return (
        words.count("“") <= words.count("”")
        and words.count("«") <= words.count("»")
        and words.count("(") <= words.count(")")
    )


def divide(head: str) -> tuple[str, str]:
    """Names and title of a head, its title quoted or behind the first comma or editor's mark."""
    head = head.strip(_EDGE)
    quoted = re.search(r"[“‘„«\"`]", head)
    if quoted:
        return EDITOR_MARK.sub("", head[: quoted.start()]).strip(_EDGE), _bare(head[quoted.start() :])
    mark = EDITOR_MARK.search(head)
    if mark:
        return head[: mark.start()].strip(_EDGE), _bare(head[mark.end() :])
    names, _, title = head.partition(",")
    return names.strip(_EDGE), _bare(title)


def names_an_entry(words: str) -> bool:
    """Whether the place is a diary's or dictionary's entry, its day no date of the work: "Eintrag v. 30. 5. 1932"."""
    return _ENTRY.search(words) is not None


def split_place(words: str) -> tuple[str, str]:
    """A short citation's head and the place in the work behind it: "G.P., XVII, 431-33" gives "G.P." and the rest.

    The place is as printed, without a page word before it; "" where the words end with none.
    """
    words = words.rstrip(" .;,")
    if entry := _ENTRY.search(words):
        return words[: entry.start()], entry["place"]
    column = _COLUMN.search(words)
    if column:
        head, place = split_place(words[: column.start()])
        return head, f"{place}{column[0]}" if place else ""
    if part := _PART.search(words):
        return words[: part.start()], part["place"]
    for match in _PLACE_START.finditer(words, 1):
        if _A_YEAR.match(words, match.end()):
            continue
        locator = read_locator(words, match.start())
        if locator is not None and locator.end >= len(words) - 1:
            stop = "." if match[0].startswith(".") else ""
            return words[: match.start()].rstrip(" ,;:") + stop, locator.text
    return words, ""
