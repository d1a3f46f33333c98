"""Mention: one place in a note that names a work, and what its words say about which; who is meant is decided later."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.apparatus import Form, Relation
from app.fields import ParsedCitation


class Back(StrEnum):
    """The manner in which a mention points back.

    NOTHING: it names its work itself; TITLE: "Marlow, ‘The Harbour’, 168"; IBID: "Ibid., 56"; IDEM: "ders.", the
    same author; EARLIER: "op. cit.", "a.a.O.", "supra note 3", "(oben N. 7)"; GUESS: words that count only if a
    work cited before bears that name ("Cold War: Backyard.", "OC, III, 45").
    """

    NOTHING = "nothing"
    TITLE = "title"
    IBID = "ibid"
    IDEM = "idem"
    EARLIER = "earlier"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Pointer:
    """What the words of a back-reference give to find the work by.

    Attributes:
        back: the manner of pointing.
        word: the back-reference word as printed ("op. cit."), "" where there is none.
        names: the words before it that may be names, a siglum or a title ("Le Brun and Johnstone").
        title: the title's words where they can be told from the names, "" else.
        year: "(2010)" behind a name, "" else.
        label: the note pointed at ("12", "37a"), "" where none is named.
        is_joint: others stand behind the word for "the same": "ders./Rainer Ohliger".
    """

    back: Back
    word: str = ""
    names: str = ""
    title: str = ""
    year: str = ""
    label: str = ""
    is_joint: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation as found in a note's text, not yet tied to a work.

    Attributes:
        start, end: its span, without signal and closing stop.
        pointer: how it points back, if it does.
        parsed: what its words say about the work, None for a bare back-reference.
        container: for a chapter "in Marsh, op. cit., n. 4": the pointer to the collection.
        sigla: names given to the work for later notes ("hereafter AN").
        certainty: 0 to 1, how surely this is a citation at all.
        in_list: it follows another citation after a semicolon in the same note, so that an author may be left unsaid.
    """

    start: int
    end: int
    form: Form
    pointer: Pointer
    relation: Relation = Relation.CITES
    locator: str | None = None
    parsed: ParsedCitation | None = None
    container: Pointer | None = None
    sigla: tuple[str, ...] = ()
    certainty: float = 1.0
    in_list: bool = False
