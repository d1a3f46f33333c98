"""A note's raw lines in, its words out: white space folded, the page's link words ("Google Scholar") taken away."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import alternatives, load_words

_BACK_LINK = re.compile(
    r"^(?:Jump up\s*)?(?:\[?[\^↑⇑↩⬑◂◄]\uFE0E?\]?\s*)+(?:Jump up to:\s*)?(?:(?:[a-z]\s+)+(?=\S))?|"
    r"\s*\[?[↩⏎↵⤴↑⬑]\uFE0E?(?:\s*\[?\d*\]?)\s*\]?\s*$"
)
_END_OF_PAGE = re.compile(r"\s*\[End Page \d+\]\s*")


def clean(raw: str) -> str:
    r"""The note's words. Nothing else is touched: a missing stop stays missing, a hyphen at a line's end stays.

    Example: "Ibid., 56\n CrossRefGoogle Scholar" gives "Ibid., 56"; "1965), 10Google Scholar." gives "1965), 10."
    """
    text = _BACK_LINK.sub("", _back_words().sub("", " ".join(raw.split())))
    text = _END_OF_PAGE.sub(" ", text)
    if _links().hint.search(text):
        text = _without_links(text)
    return text.strip()


class _Links:
    """The expressions that find link words, built once from the word list."""

    def __init__(self) -> None:
        words = load_words("page")
        strong, weak = alternatives(words["strong_links"]), alternatives(words["weak_links"])
        bracketed = alternatives([*words["strong_links"], *words["bracketed_links"]])
        self.hint = re.compile(rf"{strong}|\[\s?(?:{bracketed})\s?\]")
        one_strong = rf"(?:\[\s?(?:{bracketed})\s?\]|(?:{strong}))"
        one = rf"(?:\[\s?(?:{bracketed}|{weak})\s?\]|(?:{strong}|{weak})(?![a-z]))"
        between = r"[\s|,;·]{0,4}"
        # A row of link words, at least one of them strong. Weak words come in whole words before or after.
        row = rf"(?:(?:{weak})(?![a-z]){between}){{0,6}}{one_strong}(?![a-z])(?:{between}{one}){{0,12}}"
        self.row = re.compile(rf"(?P<space>\s*)(?P<row>{row})")
        self.sentence_words = frozenset(words["before_link_words"])


@cache
def _back_words() -> re.Pattern[str]:
    """The words of a link back to the text, at a note's beginning or end."""
    words = alternatives(load_words("page")["back_links"])
    return re.compile(rf"^\[?(?:{words})\]?[:.]?\s+(?=\S)|\s*\[?(?:{words})\]?\.?\s*$")


@cache
def _links() -> _Links:
    return _Links()


def _without_links(text: str) -> str:
    links = _links()
    kept, done = "", 0
    for match in links.row.finditer(text):
        if not _is_furniture(text, match, links.sentence_words):
            continue
        kept = _joined(kept, text[done : match.start()]).rstrip()
        done = match.end()
    return text if done == 0 else _joined(kept, text[done:])


def _joined(before: str, after: str) -> str:
    """Two pieces between which link words stood: no space before a stop, no second stop after a first."""
    after = after.lstrip()
    if before and after[:1] in (".", ",") and before[-1] in ".,;" and not after[1:2].isalnum():
        after = after[1:].lstrip()
    if not before or not after:
        return before + after
    return before + after if after[0] in ".,;:)" else f"{before} {after}"


def _is_furniture(text: str, match: re.Match[str], sentence_words: frozenset[str]) -> bool:
    """Whether the row of link words is the page's: glued to what stands before it, or alone at the end or at a stop."""
    row, before, after = match["row"], text[: match.start()], text[match.end() : match.end() + 2].lstrip()[:1]
    if not before:
        return not after or after in ".;,"
    if not match["space"]:
        return before[-1] not in "([/-“‘\"'" or row.startswith("[")
    if after and after not in " .;,)" and not after[0].isupper():
        return False
    last = before[-24:].rpartition(" ")[2].strip(".,;:()").casefold()
    if row.startswith("["):
        return True
    if before[-1] in ".;)”’" and after[:1].isupper():
        return True
    many = len(re.findall(r"[A-Z]\w+", row)) > 2
    return (many or not after or after in ".;") and last not in sentence_words
