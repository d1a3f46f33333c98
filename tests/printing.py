# ruff: noqa: E501 - notes and heads stand as they are copied
"""Invented notes in, the page out that a journal would print of them: feet of pages, running heads, a scanner's faults."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Notes = list[tuple[str, str]]

TEXTS = """The literature is large. See Adela Worsnop, Salt and Sovereignty: The Brine Towns of Osterland, 1480-1620 (Carrow, 1957); P. Thessiger, A History of Salt (2 vols.; London, 1911), I, 33-41.
Worsnop, Salt and Sovereignty, p. 14.
Ibid., pp. 22-3.
"The Brine Petition," Carrow Gazette, May 3, 1881.
Thessiger, op. cit., II, 210. Kettler disagrees about the date of the second petition, which Thessiger puts in the autumn of 1534 and Kettler in the spring of the following year, before the council had been dissolved.
Minutes of the Brine Board, 12 June 1534, Carrow Borough Archives, BB 4/17, fol. 8v.
Ibid.
M. R. Penhale and G. Storr, ``Who Owned the Pans?'' Osterland Historical Review, XIV (1961), 201-27; cf. G. Storr, ``A Rejoinder,'' ibid., XV (1962), 88-90.
There is no evidence for this beyond the word of the clerk himself.
Penhale and Storr, p. 209.
Letter of the Duke to the Board, 4 March 1535, in Select Documents of the Brine Towns, ed. A. Worsnop (Carrow, 1949), no. 41.
Select Documents, no. 42.
Earl of Penwith, The Life of the First Duke (3 vols.; London, 1866), II, 317.
See above, note 5.
Lucien Marchand, Les villes du sel: essai d'histoire sociale (Paris, 1948), pp. 77-81.
Marchand, p. 80.
Loc. cit.
The Times, 9 April 1881, p. 6; Carrow Gazette, 12 April 1881.
I am grateful to Dr. Storr for this reference.
W. Halloran, Brine, Tax, and Riot (2d ed.; New York, 1970), pp. 144-52, esp. 147.
Halloran, Brine, p. 149.
Idem, ``The Riot Reconsidered,'' Past and Salt, No. 36 (April 1967), pp. 3-29.
Abbey cartulary, British Museum, Add. MSS 49728, fol. 58.
Parliamentary Debates, 3d Ser., CCLXXI (June 8, 1882), 1361-65.""".splitlines()
NOTES: Notes = [(str(number), text) for number, text in enumerate(TEXTS, start=1)]
SENTENCES = """The salt of the eastern towns was boiled from brine by men who owned neither the wells nor the pans.
Nobody in the capital asked who they were.
When the Duke came to Carrow in the spring he found the gates shut and the council in session.
It sat for eleven days and settled nothing.
The petition was sent twice, once by road and once by water, and both copies were lost.
By the end of that summer the price had doubled and the pans were cold.
Historians have called this a revolution, though it looked to those who lived through it like a sale.
Of the brine itself we hear no more until the following century.""".splitlines()
HEAD = "OSTERLAND REVIEW\n\nVolume 14, Number 3, September 1969, pp. 347-361\n\nTHE BRINE TOWNS OF OSTERLAND\n\nR. T. Marrow\n\n"


def running_head(page: int) -> str:
    return f"{page}    R. T. Marrow" if page % 2 == 0 else f"The Brine Towns of Osterland    {page}"


@dataclass
class Layout:
    """How an article with notes at the feet of its pages is printed and copied."""

    label: str = "{n} "
    call: str = "{word}{n}"
    scanned: Callable[[str], str] = str
    lost: Sequence[str] = ()
    widths: tuple[int, int] = (62, 72)
    above: Callable[[int], str] = running_head
    below: str = ""
    between: str = ""
    goes_over: bool = True
    restarts: bool = False
    notes: Notes = field(default_factory=lambda: NOTES)


def body(chance: random.Random, labels: Sequence[str], call: str) -> str:
    """Prose that calls notes, once after each of as many sentences."""
    sentences = [chance.choice(SENTENCES) for _ in range(2 * len(labels) + 3)]
    for label, place in zip(labels, sorted(chance.sample(range(len(sentences)), len(labels))), strict=True):
        sentences[place] = call.format(word=sentences[place], n=label)
    return " ".join(sentences)


def wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False) or [""]


def at_feet(layout: Layout, seed: int = 1) -> tuple[str, Notes]:
    """The article's text as copied, and its notes as they should be found."""
    chance = random.Random(seed)
    pages, found, carried = [HEAD], [], []
    rest, page = layout.notes, 348
    while rest:
        count = chance.randint(2, 4)
        part, rest = rest[:count], rest[count:]
        labels = [str(place) for place in range(1, len(part) + 1)] if layout.restarts else [label for label, _ in part]
        found += [(label, text) for label, (_, text) in zip(labels, part, strict=True)]
        foot, carried = carried, []
        for label, (_, text) in zip(labels, part, strict=True):
            printed = "" if label in layout.lost else layout.label.format(n=layout.scanned(label))
            rows = wrapped(printed + text, layout.widths[1])
            last = text is part[-1][1] and bool(rest) and layout.goes_over and len(rows) > 2
            foot += rows[:1] if last else rows
            carried = rows[1:] if last else []
        prose = wrapped(body(chance, [layout.scanned(one) for one in labels], layout.call), layout.widths[0])
        lines = [layout.above(page), "", *prose, *([layout.between] if layout.between else []), *foot, ""]
        pages.append("\n".join([*lines, *([layout.below.format(page=page), ""] if layout.below else [])]))
        page += 1
    return "\n".join(pages), found


_MISREAD = str.maketrans("loeishOISBta", "10clS b0l58fn".replace(" ", ""))


def misspelt(head: str, seed: int) -> str:
    """A running head as a scanner reads it: one letter in twelve is another."""
    chance = random.Random(seed)
    return "".join(sign.translate(_MISREAD) if chance.random() < 1 / 12 else sign for sign in head)


def flowing(layout: Layout, seed: int, rows: int) -> tuple[str, Notes]:
    """The article without an empty line, a page's foot of at most so many rows: what is over goes on under the next."""
    chance = random.Random(seed)
    carried: list[str] = []
    pages, rest, page = [HEAD], list(layout.notes), 348
    while rest or carried:
        count = chance.randint(1, 5)
        part, rest = rest[:count], rest[count:]
        foot = [
            *carried,
            *(row for n, text in part for row in wrapped(layout.label.format(n=n) + text, layout.widths[1])),
        ]
        foot, carried = foot[:rows], foot[rows:]
        prose = wrapped(body(chance, [label for label, _ in part], layout.call), layout.widths[0])
        pages.append("\n".join([layout.above(page), *prose, *foot, *filter(None, [layout.below.format(page=page)])]))
        page += 1
    return "\n".join(pages), list(layout.notes)
