"""A web page in, the notes its markup marks as notes out: publishers' lists, Word's footnotes, linked ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from app.numerals import with_plain_figures
from app.page import MarkedNote
from app.readers.markup import list_value, shown_text
from app.wordlists import load_words, word_set


class Structure(NamedTuple):
    """How one kind of page marks its notes, as XPath: each note, and within it the label and the words ("" for all)."""

    note: str
    label: str
    words: str
    is_listed: bool


@cache
def structures() -> tuple[Structure, ...]:
    """The kinds of page that resources/data/markup.toml describes."""
    return tuple(
        Structure(
            _xpath(one["note"], "//"),
            _xpath(one.get("label", ""), ".//"),
            _xpath(one.get("words", ""), ".//"),
            one.get("listed", False),
        )
        for one in load_words("markup")["structures"]
    )


def _xpath(selector: str, where: str) -> str:
    """The XPath of a selector "li.Citation" or ".label|number"; an XPath stays what it is."""
    if not selector or selector[0] in "/@" or selector.startswith("./"):
        return selector
    element, _, classes = selector.partition(".")
    return f"{where}{element or '*'}[{_has(*classes.split('|'))}]"


def _has(*names: str) -> str:
    return " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)


_NOTE_ID = re.compile(
    r"^(?:_?ftn|_?edn|ftnt|fnt|fn|footnote|endnote|note|en|nt|n|cite_note|f|foot|sdfootnote|sdendnote|anm|nota)[-_:.]?(?:id)?[-_:.]?(\d+|[a-z]|[ivx]+)"
    r"(?:sym|[-_.]\d{4,}|x\d+)?$",
    re.I,
)
_BACK = re.compile(r"^[\s\[\](]*(?:[\^↑⇑↩⬑⏎↵]\ufe0e?|back|return|top|[a-z])?[\s\])]*$", re.I)
_LABEL = re.compile(
    r"^[\s\[(]*(?:n\.?\s?)?([0-9]{1,5}[a-z]{0,2}|[ivxlc]{1,7}|[a-z]|[*†‡§¶#]{1,4}|[¹²³⁰-⁹]+)[\s\]).:]*$", re.I
)
_LEADING = re.compile(
    r"^\s*(?:[\[(]\s*(\d{1,5}[a-z]?|[*†‡§¶#]{1,4})\s*[\])]|(\d{1,5}[a-z]?)[.)]?(?=\s)|([*†‡§¶#]{1,4}|[¹²³⁰-⁹]+)(?=\s|\w))[.:]?\s*"
)
_AFTER_LABEL = re.compile(r"^\s*[\])]?[.:)]?\s+(?=\S)")
_HEADINGS = (
    "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or self::dt or self::p or self::div]"
)


class _Found(NamedTuple):
    """A note's element before it is read: its label where marked, its number in its list, where its words are."""

    element: Any
    label: Any = ""
    number: int | None = None
    words: str = ""


def take_notes(root: Any) -> tuple[MarkedNote, ...]:
    """The marked notes of a page, taken out of its tree, in page order; empty where its markup marks none.

    Args:
        root: the page's element tree (lxml). What is taken as a note is removed from it, so the rest is the article.
    """
    marked = _longest(_by_structure(root, structure) for structure in structures() if not structure.is_listed)
    listed = _longest(_by_structure(root, structure) for structure in structures() if structure.is_listed)
    linked = _longest((_by_id(root), _under_heading(root)))
    best = max((marked, listed if len(listed) > 3 * len(marked) else [], linked), key=len)
    if linked is best and len(listed) == len(linked):
        best = listed
    notes = tuple(_read(found) for found in best)
    for found in best:
        _remove(found.element)
    return notes


def _longest(candidates: Iterable[list[_Found]]) -> list[_Found]:
    return max(candidates, key=len, default=[])


def _by_structure(root: Any, structure: Structure) -> list[_Found]:
    counts: dict[Any, int] = {}
    notes = []
    for item in root.xpath(structure.note):
        label = next(iter(item.xpath(structure.label)), "") if structure.label else ""
        number = list_value(item, counts) if item.tag == "li" and item.getparent().tag == "ol" else None
        notes.append(_Found(item, label, number, structure.words))
    return notes


def _read(found: _Found) -> MarkedNote:
    """One note from its element: its own label, else the one its words begin with, else its number in the list."""
    label = found.label
    if label != "" and not isinstance(label, str):
        label = shown_text(label)
        _remove(found.label)
    bodies = (found.element.xpath(found.words) if found.words else []) or [found.element]
    label = _plain_label(label) or _opening_link(bodies[0])
    drop_links(bodies)
    text = " ".join(shown_text(body) for body in bodies)
    text = _AFTER_LABEL.sub("", text) if label else text
    if match := _LEADING.match(text):
        own = _plain_label(match[0])
        if own == label or (not label and (found.number is None or found.number == _value(match))):
            label, text = own, text[match.end() :]
    return MarkedNote(label or (str(found.number) if found.number is not None else ""), text)


def _opening_link(body: Any) -> str:
    """The label that a link at the beginning of the words carries, back to the call; the link is taken away."""
    for link in body.xpath("(.//a[@href])[1]"):
        text = " ".join(link.text_content().split())
        label = _plain_label(text)
        if label and "#" in link.get("href") and shown_text(body).lstrip(" \n[(").startswith(text.strip("[]()")):
            _remove(link)
            return label
    return ""


def _value(match: re.Match[str]) -> int | None:
    digits = re.sub(r"\D", "", with_plain_figures(next(group for group in match.groups() if group)))
    return int(digits) if digits else None


def _plain_label(label: str) -> str:
    match = _LABEL.match(with_plain_figures(label))
    return match[1] if match else ""


def drop_links(bodies: Sequence[Any]) -> None:
    """Remove what only leads elsewhere: the way back to the text, "Google Scholar"."""
    words = load_words("page")
    furniture = {word.casefold() for word in (*words["strong_links"], *words["weak_links"], *words["back_links"])}
    for body in bodies:
        for link in body.xpath(
            ".//a|.//*[@role='doc-backlink']|.//*[contains(@class, 'backlink') or contains(@class, 'back-link')]"
        ):
            text = " ".join(link.text_content().split())
            target = (link.get("href") or "").rpartition("#")[2]
            is_back = "back" in (link.get("class") or "") or link.get("role") == "doc-backlink"
            is_way_back = bool(target) and bool(_BACK.match(text)) and not _NOTE_ID.match(target)
            if is_back or is_way_back or text.strip("[]").casefold() in furniture:
                _remove(link)
        for group in body.xpath(
            f".//*[{_has('c-article-references__links', 'extra-links', 'Occurrences', 'citation-links', 'ref-links')}]"
        ):
            _remove(group)


def _by_id(root: Any) -> list[_Found]:
    """Notes known by their ids ("fn1", "_ftn12"), on the element itself or on the anchor that opens it."""
    found: list[_Found] = []
    seen: set[Any] = set()
    for element in root.xpath("//*[@id or @name]"):
        match = _NOTE_ID.match(element.get("id") or element.get("name") or "")
        block = _block_of(element) if match else None
        if match is None or block is None or block in seen or any(up in seen for up in block.iterancestors()):
            continue
        if block is element and block.tag != "li" and not _LEADING.match(shown_text(block)[:20]):
            continue  # a figure or a section that happens to be called so
        seen.add(block)
        found.append(_Found(block, number=int(match[1]) if match[1].isdigit() else None))
    return found if len(found) > 1 else []


_BLOCK_TAGS = frozenset(["li", "p", "div", "dd", "aside", "td", "section"])


def _block_of(element: Any) -> Any | None:
    """The block an id opens: the element, or the one that begins with the anchor; None for a call in the text."""
    if element.tag in _BLOCK_TAGS:
        return element
    if element.tag not in ("a", "span", "sup", "b"):
        return None
    for up in element.iterancestors():
        if up.tag in _BLOCK_TAGS:
            head = shown_text(up).lstrip("[( \n")[:12]
            own = shown_text(element).strip("[]() \n")
            return up if head.startswith(own) else None
    return None


def _under_heading(root: Any) -> list[_Found]:
    """The list after a heading that says "Notes"."""
    known = word_set("page", "notes_headings")
    for heading in root.xpath(_HEADINGS):
        if len(heading) > 2 or " ".join(heading.text_content().split()).strip(":. ").casefold() not in known:
            continue
        for following in heading.xpath("following::*[self::ol or self::ul][1]"):
            items = following.xpath("./li")
            between = heading.xpath("count(following::p)") - following.xpath("count(following::p) + count(.//p)")
            if len(items) > 1 and between < 2:
                counts: dict[Any, int] = {}
                ordered = following.tag == "ol"
                return [_Found(item, number=list_value(item, counts) if ordered else None) for item in items]
    return []


def _remove(element: Any) -> None:
    """Take an element out of its tree, leaving the words that follow it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)
