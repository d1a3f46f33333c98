"""The place where a citation's title ends in, everything printed behind the title out: dates, volumes, imprint, pages, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.fields.dates import is_month, read_full_date, read_year
from app.fields.identifiers import read_accessed, read_address, read_address_fragment
from app.fields.imprints import read_bracket, read_thesis
from app.fields.pages import Pages, read_pages
from app.fields.pieces import Piece
from app.fields.scanning import Scanned
from app.fields.volumes import read_bare_volume, read_edition, read_labelled_number, read_labelled_volume

_SEPARATOR = re.compile(r"[\s,;:.]*(?:(?:vom|v\.|du|del|of|dated)\s(?=\d))?")
_REPRODUCED = re.compile(
    r"(?P<note>[Rr](?:eproduced|eprinted|epublished)\s(?:by|in|from)\s(?P<by>[^,;:()]+?))(?=,|\.\s|\.?$|\s\()"
)
_PAPER_EDITION = re.compile(
    r"(?:(?:late|early|final|first|national|evening|morning|city|Sunday|international)\s){1,2}(?:ed(?:ition|n|\.))|sec(?:tion|t\.|\.)\s(?:[A-Z]\b|\d+)|film\b|DVD\b|VHS\b|video(?:cassette)?\b|\d+\smin\b\.?",
    re.IGNORECASE,
)
_JOURNAL_WORDS = r"(?P<journal>(?:The\s)?[A-ZÀ-Þ][\w.’'&:-]*(?:\s(?:[A-ZÀ-Þ&][\w.’'&:-]*|of|the|and|in|on|for|de|du|la|des|et|fur|für|der|und|to|J\.)){0,11}?)"
_LAW_JOURNAL = re.compile(
    rf"(?:(?P<volume>\d{{1,4}}|[IVXLC]+)(?:\s?\((?P<number>[\d-]+)\)|[:/](?P<number2>\d+))?\s)?{_JOURNAL_WORDS}\s(?P<page>\d+|[ivxlc]+)(?=[\s,.;):]|$|[–-]\d)(?P<end>[–-]\d+)?"
)
_PAGE_IN_BRACKET = re.compile(r"(?P<first>\d+)\s\((?P<at>\d+(?:\s?[-–]\s?\d+)?(?:\sff?\.)?)\)(?=\s*(?:[.;]|$))")
_TOTAL = re.compile(r"(?P<total>\d{2,4})\s(?:pp|p|S|Seiten|pages|pag|pgs|págs)\b\.?")
_NUMBER_BEFORE_PAGES = re.compile(r"(?P<number>\d{1,3}(?:[-–/]\d{1,3})?),\s(?:pp?|S)\.\s\d")
_ENDS = re.compile(r"\s*(?:$|[.;)\]])")


@dataclass(slots=True)
class Tail:
    """What was read behind the title.

    Attributes:
        start, end: its span.
        fields: biblatex fields, pages and locator not yet among them.
        pages: in the order printed.
        pieces: kinds in the order printed, for deciding what sort of work this is.
        weight: how strongly these words speak for a citation.
        is_complete: whether a stop or the text's end follows.
    """

    start: int
    end: int
    fields: dict[str, str] = field(default_factory=dict)
    pages: list[Pages] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    weight: float = 0.0
    is_complete: bool = False


class _Conflict(Exception):
    """Two pieces give the same field: this is not where the title ends."""


def find_tails(scanned: Scanned, start: int, known: dict[str, str], *, titled: bool) -> Iterator[Tail]:
    """Every reading of where the title ends, from left to right.

    Args:
        start: behind the people, or behind the quoted title.
        known: fields that are already read (the date of "Feis, H. (1970)").
        titled: whether a quoted title has been read, so that brackets and numbers may follow at once.
    """
    text = scanned.text
    for found in re.compile(r"(?<![\w’'])(?=[\w(\[§<#=&])").finditer(text, start):
        pos = found.start()
        if not scanned.is_open(pos) and not (text[pos] in "([" and pos in scanned.brackets):
            continue
        if scanned.shield[pos - 1] and pos and text[pos - 1] in "([":
            continue
        tail = _TailReader(scanned, pos, known, titled=titled).read()
        if tail:
            yield tail


class _TailReader:
    """Reads one tail from a given start."""

    def __init__(self, scanned: Scanned, start: int, known: dict[str, str], *, titled: bool) -> None:
        self.scanned, self.text, self.known, self.titled = scanned, scanned.text, known, titled
        self.tail = Tail(start, start)

    def read(self) -> Tail | None:
        try:
            if not self._take(self._first(self.tail.start)):
                return None
            while self._take(self._next()):
                pass
        except _Conflict:
            return None
        tail = self.tail
        tail.is_complete = bool(_ENDS.match(self.text, tail.end)) or self.text[tail.end - 1] == "."
        return tail

    # -- what may begin a tail

    def _first(self, pos: int) -> Piece | Pages | None:
        before = self.text[max(0, pos - 2) : pos]
        piece = self._anywhere(pos)
        if piece:
            return piece
        separated = (
            not before or before[-1:] in ",.(" or before.rstrip()[-1:] in {",", ".", "", ")", "’", "”", "»", '"', "“"}
        )
        if capitals := self._page_behind_capitals(pos):
            return capitals
        if (volume := read_bare_volume(self.text, pos)) and not self._is_part_of_title(pos, separated):
            if volume.kind == "issue-of-year" or separated or self.titled or not self._is_sole_number(pos):
                return volume
            return None
        if separated:
            labelled = read_labelled_volume(self.text, pos) or read_edition(self.text, pos)
            if labelled:
                return labelled
            if pages := read_pages(self.text, pos, bare=False):
                return pages
            if (
                self.text[pos].isalpha()
                and re.match(r"[A-Z]{1,2}\d+,\s", self.text[pos:])
                and (page := read_pages(self.text, pos, bare=True))
            ):
                return page
        if labelled := read_labelled_volume(self.text, pos):
            return labelled if before[-1:] == " " and not before.startswith(":") else None
        year = read_year(self.text, pos)
        if year and self.known.get("date", "") in {"", year.fields.get("date", "")}:
            return year
        if self.known and separated and (pages := read_pages(self.text, pos, bare=True)) and pages.is_range:
            return pages if _ENDS.match(self.text, pages.end) else None
        return None

    def _is_sole_number(self, pos: int) -> bool:
        """An unquoted title may end in a number ("Catch 22 (1961)"); a journal stands behind a separator."""
        return not re.search(r"[,.?!]\s", self.text[: pos - 1])

    def _is_part_of_title(self, pos: int, separated: bool) -> bool:
        """ "Collected Essays: Volume III", "One L": a number or letter that belongs to the words before it."""
        before = self.text[:pos].rstrip()
        if re.search(r"\b(?:[Vv]olume|[Vv]ol\.|[Pp]art|[Bb]ook|Band|Teil|Tome|Tomo|Livre|No\.)$", before):
            return True
        return not self.titled and not separated and bool(re.match(r"[IVXLC]\b", self.text[pos:]))

    def _page_behind_capitals(self, pos: int) -> Pages | None:
        """Bluebook books: "THOMAS VOSS, RIVERS AND RIGHTS 45 (1970)"."""
        found = re.compile(r"(?P<page>\d+(?:[-–]\d+)?)\s\((?:\d\w+\sed\.\s)?\d{4}\)").match(self.text, pos)
        words = re.findall(r"[A-Za-z]{2,}", self.text[:pos])
        if found and not self.titled and len(words) >= 3 and all(word.isupper() for word in words):
            return Pages(found.end("page"), found["page"], is_labelled=True, is_at=True)
        return None

    def _anywhere(self, pos: int) -> Piece | None:
        text = self.text
        if text[pos] in "([":
            return read_bracket(self.scanned, pos)
        return (
            read_full_date(text, pos)
            or read_address(text, pos)
            or read_accessed(text, pos)
            or read_labelled_number(text, pos)
            or self._reproduced(pos)
            or self._paper_edition(pos)
            or self._law_journal_first(pos)
            or self._thesis(pos)
        )

    def _thesis(self, pos: int) -> Piece | None:
        if not re.search(r"[,.’”»\"]\s*$", self.text[:pos]):
            return None
        stop = re.compile(r"[.;](?=\s+[A-ZÀ-Þ‘“])|$").search(self.text, pos + 12)
        words = self.text[pos : stop.start() if stop else len(self.text)]
        year = re.search(r"(?:1[89]|20)\d\d\b", words)
        words = words[: year.end()] if year else words
        fields = read_thesis(words)
        return (
            Piece("thesis", pos, pos + len(words.rstrip(" ,")), fields, 8)
            if fields and (year or "institution" in fields)
            else None
        )

    def _paper_edition(self, pos: int) -> Piece | None:
        found = _PAPER_EDITION.match(self.text, pos) if self.tail.pieces else None
        return Piece("paper-edition", pos, found.end(), {}, 0) if found else None

    def _reproduced(self, pos: int) -> Piece | None:
        found = _REPRODUCED.match(self.text, pos)
        return Piece("note", pos, found.end(), {"note": found["note"].strip()}, 3) if found else None

    def _law_journal_first(self, pos: int) -> Piece | None:
        """Bluebook: "89 HARV. L. REV. 1685, 1690 (1976)"."""
        if not self.text[pos].isdigit():
            return None
        found = _LAW_JOURNAL.match(self.text, pos)
        if not found or not re.match(r"(?:,\s?[\d–-]+)*\s\((?:[\w. ]+\s)?\d{4}\)", self.text[found.end() :]):
            return None
        return self._law_journal(found)

    def _law_journal(self, found: re.Match[str]) -> Piece:
        fields = {"journaltitle": found["journal"].strip()}
        for name in ("volume", "number"):
            value = found[name] or (found["number2"] if name == "number" else None)
            if value:
                fields[name] = value
        page = found["page"] + (f"--{found['end'].lstrip('–-')}" if found["end"] else "")
        return Piece("law-journal", found.start(), found.end(), fields | {"pages": page}, 8)

    # -- what may go on

    def _next(self) -> Piece | Pages | None:
        skipped = _SEPARATOR.match(self.text, self.tail.end)
        pos = skipped.end() if skipped else self.tail.end
        gap = self.text[self.tail.end : pos]
        if pos >= len(self.text) or ("\n" in gap and "." in gap):
            return None
        weak = ";" not in gap and "." not in gap
        if not weak:
            return self._after_stop(pos)
        last = self.tail.pieces[-1]
        if self.text[pos] in "([":
            inside = (
                re.compile(r"\((?!(?:1[5-9]|20)\d\d\))(?P<at>\d+(?:\s?[-–]\s?\d+)?(?:\sff?\.)?)\)").match(
                    self.text, pos
                )
                if last == "pages"
                else None
            )
            if inside:
                return Piece("page-in-bracket", pos, inside.end(), {"locator": inside["at"]}, 1)
            return read_bracket(self.scanned, pos)
        if last == "date" and gap == " " and self._may_have_law_journal():
            found = _LAW_JOURNAL.match(self.text, pos)
            is_year = bool(found and not found["volume"] and re.fullmatch(r"(?:1[5-9]|20)\d\d", found["page"]))
            if found and not is_year and not is_month(found["journal"].split()[0]):
                return self._law_journal(found)
        if found := self._german_law_pages(pos):
            return found
        if (
            "date" not in self.tail.fields
            and (number := read_bare_volume(self.text, pos))
            and "volume" not in self.tail.fields
            and "number" not in self.tail.fields
        ):
            return number
        piece = self._anywhere(pos) or self._labelled(pos)
        if piece:
            return piece
        if "date" not in self.tail.fields and "date" not in self.known and (year := read_year(self.text, pos)):
            return year
        if total := _TOTAL.match(self.text, pos):
            return Piece("total", pos, total.end(), {"pagetotal": total["total"]}, 1)
        if {"volume", "date"} <= self.tail.fields.keys() and (number := _NUMBER_BEFORE_PAGES.match(self.text, pos)):
            return Piece("number", pos, number.end("number"), {"number": number["number"]}, 2)
        if last in {"imprint", "date"} and (
            volume := re.compile(r"(?P<v>[IVX]+|[ivx]+|\d)(?=,\spp?\.\s)").match(self.text, pos)
        ):
            return Piece("book-volume", pos, volume.end(), {"volume": volume["v"]}, 2)
        if "," in gap or ":" in gap or last in {"imprint", "law-journal", "date", "thesis"}:
            if pages := self._pages(pos, gap):
                return pages
        if last in {"url", "date", "fragment", "number", "pages", "imprint", "volume"}:
            return read_address_fragment(self.text, pos)
        return None

    def _german_law_pages(self, pos: int) -> Piece | None:
        """ "NJW 1999, 14 (17)": the first page, the page pointed at in brackets; "S. 14-20 (17)"."""
        if self.tail.pieces == ["date"] and (found := _PAGE_IN_BRACKET.match(self.text, pos)):
            return Piece("law-pages", pos, found.end(), {"pages": found["first"], "locator": found["at"]}, 2)
        return None

    def _labelled(self, pos: int) -> Piece | Pages | None:
        return (
            read_labelled_volume(self.text, pos)
            or read_edition(self.text, pos)
            or read_pages(self.text, pos, bare=False)
        )

    def _pages(self, pos: int, gap: str) -> Pages | None:
        if self.tail.pieces[-1] in {"url", "accessed", "doi", "fragment", "note", "alias"}:
            return None
        pages = read_pages(self.text, pos, bare=True)
        if not pages:
            return None
        behind_bracket = self.text[self.tail.end - 1] in ")]" and re.match(
            r"\s(?!years|vols|volumes|pages|million)[a-z]{2,}", self.text[pages.end :]
        )
        if not behind_bracket and not re.match(r"\s*(?:$|[.,;:)\]’”(\[]|\sat\s)", self.text[pages.end :]):
            return None
        if not ({",", ":"} & set(gap)) and self.tail.pieces[-1] == "date" and self.text[self.tail.end - 1] not in ")]":
            return None
        return pages

    def _after_stop(self, pos: int) -> Piece | Pages | None:
        """Behind a full stop or semicolon only what cannot begin anything else still belongs to the citation."""
        text = self.text
        if text[pos] in "([":
            bracket = read_bracket(self.scanned, pos)
            return bracket if bracket and bracket.kind in {"accessed", "imprint"} else None
        if "date" not in self.tail.fields and "date" not in self.known and (date := read_full_date(text, pos)):
            return date
        piece = read_accessed(text, pos) or read_address(text, pos)
        if piece:
            return piece
        if self.tail.pieces == ["date"] and text[self.tail.end : pos].strip() == ";":
            return read_bare_volume(text, pos)
        if re.match(r"pp?\.\s?\d|S\.\s?\d|[Pp]ages?\s\d", text[pos:]) and not self.tail.pages:
            return read_pages(text, pos, bare=False)
        return None

    def _may_have_law_journal(self) -> bool:
        return (
            "journaltitle" not in self.tail.fields
            and self.text[self.tail.end - 1] in ")]"
            and self.tail.pieces == ["date"]
        )

    # -- taking a piece in

    def _take(self, piece: Piece | Pages | None) -> bool:
        if piece is None:
            return False
        tail = self.tail
        if isinstance(piece, Pages):
            if len(tail.pages) >= 3:
                return False
            tail.pages.append(piece)
            tail.pieces.append("pages")
            tail.weight += 2 if piece.is_labelled else 1
            tail.end = piece.end
            return True
        fields = dict(piece.fields)
        at = fields.pop("locator", "")
        if piece.kind == "volume" and "number" in fields and "volume" in tail.fields and "number" not in tail.fields:
            fields.pop("volume")
        clash = [
            name
            for name in fields
            if name in tail.fields
            or (name == "date" and name in self.known and fields[name][:4] != self.known[name][:4])
        ]
        if clash:
            if "date" in clash and piece.kind == "imprint" and tail.pieces == ["date"]:
                raise _Conflict
            if "date" in clash and tail.pieces == ["date"] and len(fields["date"]) == 4:
                raise _Conflict
            return False
        if "pages" in fields:
            tail.pages.append(Pages(piece.end, fields.pop("pages").replace("--", "–"), is_labelled=False))
            tail.pieces.append("extent")
        if at:
            tail.pages.append(Pages(piece.end, at, is_labelled=True, is_at=True))
        tail.fields |= fields
        tail.pieces.append(piece.kind)
        tail.weight += piece.weight
        tail.end = piece.end
        return True
