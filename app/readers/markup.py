"""A web page's element in, the text it shows out: blocks on lines of their own, inline words as they stand."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from app.wordlists import load_words

_SPACES = re.compile(r"[ \t\n\r\f]+")


@cache
def elements(kind: str) -> frozenset[str]:
    """The names of the HTML elements of a kind: blocks, paragraphs, cells, unseen."""
    return frozenset(load_words("markup")["elements"][kind])


def shown_text(element: Any) -> str:
    """The text of an element as a browser would copy it, without scripts, buttons and the like.

    Items of an ordered list carry their numbers. Works without recursion, so depth is no matter.
    """
    unseen = elements("unseen")
    pieces: list[str] = []
    counts: dict[Any, int] = {}
    work: list[tuple[bool, Any]] = [(True, element)]
    while work:
        opening, node = work.pop()
        if isinstance(node, str):
            pieces.append(_SPACES.sub(" ", node))
            continue
        name = node.tag if isinstance(node.tag, str) else ""
        if not opening:
            pieces.append(_closing(name))
            continue
        if not name or name in unseen:
            continue
        if node is not element:
            pieces.append(_opening(node, name, counts))
        work.append((False, node))
        for child in reversed(node):
            if child.tail:
                work.append((True, child.tail))
            work.append((True, child))
        if node.text:
            work.append((True, node.text))
    text = "".join(pieces)
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _opening(node: Any, name: str, counts: dict[Any, int]) -> str:
    if name == "br":
        return "\n"
    if name == "li":
        return "\n" + _list_number(node, counts)
    if name in elements("cells"):
        return "\t"
    return "\n\n" if name in elements("paragraphs") else "\n" if name in elements("blocks") else ""


def _closing(name: str) -> str:
    return "\n\n" if name in elements("paragraphs") else "\n" if name in elements("blocks") else ""


def _list_number(item: Any, counts: dict[Any, int]) -> str:
    """The number a browser shows before an item of an ordered list, "3. "; nothing in other lists."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or "none" in (parent.get("style") or ""):
        return ""
    return f"{list_value(item, counts)}. "


def list_value(item: Any, counts: dict[Any, int]) -> int:
    """The number of a list item, from its own value, the list's start, or the items counted so far."""
    parent = item.getparent()
    given = (item.get("value") or "").strip()
    start = (parent.get("start") or "").strip()
    previous = counts.get(parent, int(start) - 1 if start.isdigit() else 0)
    counts[parent] = int(given) if given.isdigit() else previous + 1
    return counts[parent]
