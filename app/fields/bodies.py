"""The words between the people and the imprint in, title, container, editors, place and publisher out."""

from __future__ import annotations

import re
from functools import cache

from app.fields.heads import rate_people
from app.fields.names import format_people
from app.fields.places import is_place, is_publisher, split_imprint
from app.fields.scanning import scan
from app.fields.volumes import read_edition, read_labelled_number, read_labelled_volume
from app.wordlists import alternatives, load_words

_IN = re.compile(r"^[\s,.;:]*(?:in|In|dans|Dans|en|En|em|Em|nel|apud)(?:\s?:|\s(?=[A-ZÀ-ÞŁ«“‘„»\"¿(]))\s*")
_IN_COLON = re.compile(r"[,.?!)»”’\w]\s*,?\s(?:[iI]n|[dD]ans|[eE]n|[eE]m)\s?:\s+")
_IN_PLAIN = re.compile(r"[,.?!]\s+(?:in|In|dans|en|nel|em)\s+(?=[A-ZÀ-ÞŁ«“‘„\"])")
_STRIP = " ,;:"


@cache
def _role_before() -> re.Pattern[str]:
    roles = load_words("roles")
    editors, translators, forewords = (
        alternatives(roles[name]) for name in ("editor_before", "translator_before", "foreword_before")
    )
    return re.compile(
        rf"(?:(?<=[,.;?!)])\s+|(?<=[\w’”])\s?\(|\s\[)(?:(?P<editor>{editors})|(?P<translator>{translators})|(?P<foreword>{forewords}))\s+(?=[A-ZÀ-ÞŁŚŠŽČa-z][\w.’'-]*)",
        re.IGNORECASE,
    )


@cache
def _editors_first() -> re.Pattern[str]:
    labels = alternatives(load_words("roles")["editor_after"])
    return re.compile(
        rf"^(?P<people>[^()]{{3,220}}?)\s*,?\s*(?:[(\[](?:{labels})[)\]]|(?<=[,\s])(?:{labels})(?=[,:\s]))\s*[,:.]?\s*(?=\S)"
    )


def clean_title(words: str) -> str:
    """A title without the marks and separators around it; a question or exclamation mark is its own."""
    words = re.sub(r"\s+", " ", words).strip()
    previous = ""
    while words != previous:
        previous = words
        words = words.strip(_STRIP)
        if words.endswith(".") and not re.search(r"(?:\.\.\.|\b[A-Z]|\b(?:Jr|Co|Inc|etc|St|Bd|Vol))\.$", words):
            words = words[:-1]
        scanned = scan(words)
        if len(scanned.quotes) == 1 and scanned.quotes[0].start == 0 and scanned.quotes[0].end >= len(words):
            words = scanned.quotes[0].words(words)
    return words


def split_at_stops(words: str, marks: str = ",.") -> list[tuple[int, int]]:
    """The spans between separators that stand outside quotations and brackets."""
    scanned = scan(words)
    spans, begin = [], 0
    for found in re.finditer(rf"[{re.escape(marks)}](?=\s)|[?!](?=\s+[A-ZÀ-Þ])", words):
        pos = found.start()
        if not scanned.is_open(pos):
            continue
        if words[pos] == "." and re.search(
            r"(?:\b[A-ZÀ-Þ]|\b(?:vol|no|ed|eds|St|Dr|Mr|Jr|Univ|U\.S|Rev|Bd|Hrsg|Aufl|hrsg|v|a|Nr|Amer|Hist|Proc|Int|J|Am|Soc))$",
            words[:pos],
        ):
            continue
        end = pos + 1 if words[pos] in "?!" else pos
        spans.append((begin, end))
        begin = found.end()
    spans.append((begin, len(words)))
    return spans


def take_roles(words: str) -> tuple[str, dict[str, str]]:
    """Cut "ed. by X", "trans. Y", "hrsg. von Z" off the words behind a title; returns the words without them and the people."""
    marks = [
        found
        for found in _role_before().finditer(words)
        if scan(words).is_open(found.start()) or words[found.start() :].lstrip()[:1] in "(["
    ]
    if not marks:
        return words, {}
    fields: dict[str, str] = {}
    rest = ""
    for found, following in zip(marks, [*[mark.start() for mark in marks[1:]], len(words)], strict=True):
        people = words[found.end() : following].strip(" ,;)]")
        people, behind = _people_only(people)
        role = next(name for name in ("editor", "translator", "foreword") if found[name])
        if not people or rate_people(people) < 0.25 and len(people.split()) > 8:
            return words, {}
        fields.setdefault(role, format_people(people))
        label = found[role].casefold()
        if role == "editor" and ("trans" in label or "übers" in label):
            fields.setdefault("translator", fields["editor"])
        rest += (", " + behind) if behind else ""
    return words[: marks[0].start()].rstrip(" (") + rest, fields


def _people_only(words: str) -> tuple[str, str]:
    """Split names from what a comma adds to them ("R. Hill, 2 vols", "D. Süss, Paris, Gallimard")."""
    spans = split_at_stops(words, ",.")
    for cut in range(len(spans), 0, -1):
        people = words[: spans[cut - 1][1]]
        if rate_people(people) >= 0.25:
            return people, words[spans[cut - 1][1] :].strip(" ,.")
    return words, ""


def peel(words: str, *, place_follows: bool = False) -> tuple[str, dict[str, str]]:
    """Take place, publisher, edition, volume and editors off the end of a book's words; what is left is the title.

    Args:
        place_follows: the year stands behind the last word without a comma ("Titel, Wiesbaden 2010"), so that word is a place.
    """
    words, fields = take_roles(words.strip())
    spans = split_at_stops(words)
    for count in (4, 3, 2, 1):
        if len(spans) <= count:
            continue
        rest = (
            words[spans[-count][0] :].strip(_STRIP + ".")
            if not words.rstrip().endswith((" M.", "Br.", "Co."))
            else words[spans[-count][0] :].strip(_STRIP)
        )
        imprint = _imprint(rest, sole=count == 1 and place_follows)
        if imprint:
            words, spans = words[: spans[-count - 1][1]], spans[:-count]
            fields = imprint | fields
            break
    words, more = _peel_counts(words)
    fields |= more
    if not {"editor", "translator"} & set(fields):
        words, roles = take_roles(words)
        fields |= roles
    return words, fields


def _imprint(words: str, *, sole: bool) -> dict[str, str] | None:
    if not words or not words[0].isalnum() or len(words) > 90:
        return None
    if is_place(words):
        return {"location": words}
    head, colon, house = words.partition(":")
    if colon and house and (is_place(head) or (is_publisher(house) and len(head.split()) <= 4)):
        return split_imprint(words)
    if not colon:
        fields = split_imprint(words)
        if (
            fields
            and set(fields) == {"location", "publisher"}
            and (is_place(fields["location"]) or is_publisher(fields["publisher"]))
        ):
            return fields
        if fields and set(fields) == {"publisher"} and is_publisher(words):
            return fields
    if sole and re.fullmatch(r"[A-ZÀ-Þ][\w.'’-]+(?:[ /](?:am|an|der|a\.|i\.|im|[A-ZÀ-Þ][\w.'’-]*)){0,3}", words):
        return {"location": words}
    return None


def _peel_counts(words: str) -> tuple[str, dict[str, str]]:
    """Edition, volume and number at the end: ", 3. Aufl.", ", vol. 2", ", 2 vols"."""
    fields: dict[str, str] = {}
    for _ in range(3):
        spans = split_at_stops(words, ",.")
        if len(spans) < 2:
            break
        last = words[spans[-1][0] :].strip(" ,")
        begin = spans[-2][1]
        if re.fullmatch(r"\d+\s(?:vols?\.?|volumes|Bde\.?|Bände|tomes|tomos|voll\.?)|(?:rev|repr|reprint)\.?", last):
            fields["volumes" if last[0].isdigit() else "edition"] = last.split()[0] if last[0].isdigit() else last
        elif piece := read_edition(last, 0) or read_labelled_volume(last, 0) or read_labelled_number(last, 0):
            if last[piece.end :].strip(" ,.") or fields.keys() & piece.fields.keys():
                break
            fields |= piece.fields
        else:
            break
        words = words[:begin]
    return words, fields


def read_container(words: str, *, is_periodical: bool, place_follows: bool) -> dict[str, str]:
    """Read what follows "in": a journal, or a book with its editors before or behind its title, or its author before it."""
    words = words.strip()
    scanned = scan(words)
    fields: dict[str, str] = {}
    if found := _editors_first().match(words):
        if rate_people(found["people"]) >= 0.25:
            fields["editor"] = format_people(found["people"])
            words = words[found.end() :]
    elif not is_periodical and not (scanned.quotes and scanned.quotes[0].start == 0):
        author, words = _book_author(words)
        fields |= {"bookauthor": author} if author else {}
    scanned = scan(words)
    if is_periodical and "editor" not in fields:
        quote = scanned.quotes[0] if scanned.quotes and scanned.quotes[0].start == 0 else None
        return fields | {"journaltitle": quote.words(words) if quote else clean_title(words)}
    words, more = peel(words, place_follows=place_follows)
    quote = scanned.quotes[0] if scanned.quotes and scanned.quotes[0].start == 0 else None
    return (
        {"booktitle": clean_title(quote.words(words) if quote and quote.end >= len(words) - 12 else words)}
        | more
        | fields
    )


def _book_author(words: str) -> tuple[str, str]:
    """ "in T.H. Huxley, Collected Essays", "in: Brinkmann/Choi: Strategic Unionism": the people before the book's title."""
    for mark, least in ((":", 0.45), (",", 0.85)):
        for found in re.finditer(rf"{mark}\s", words[:260]):
            people = words[: found.start()]
            if rate_people(people) >= least and re.match(r"[\w«“‘„]", words[found.end() :]):
                return format_people(people), words[found.end() :]
            if mark == ":":
                break
    return "", words


def find_container(words: str) -> tuple[str, str] | None:
    """Split "Title, in: Container" and "Title. In Container"; None where there is no container."""
    scanned = scan(words)
    for pattern in (_IN_COLON, _IN_PLAIN):
        for found in pattern.finditer(words):
            if scanned.is_open(found.end() - 1) and (
                found.end() >= len(words) or scanned.is_open(found.start()) or words[found.start()] in "»”’)"
            ):
                return words[: found.start() + 1], words[found.end() :]
    return None


def after_quote_is_in(words: str) -> str | None:
    """The container's words where the words behind a quoted title begin with "in", None otherwise."""
    found = _IN.match(words)
    return words[found.end() :] if found else None
