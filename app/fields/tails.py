"""The place where a citation's title may end in, all that is printed behind it out: dates, volumes, imprint, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.fields.beginnings import read_beginning
from app.fields.continuations import read_continuation
from app.fields.pages import Pages
from app.fields.pieces import Piece
from app.fields.scanning import Scanned
from app.fields.spots import Spot, Tail

_PLACE = re.compile(r"(?<![\w’'])(?<!\d[-–])(?=[\w§<#=&])|(?=[(\[])")
_SEPARATOR = re.compile(
    r"[\s,;:.]*(?:(?:vom|du|del?|of|dated)\s(?=\d)|v\.\s(?=\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ]?[a-zä]{3})))?"
)
_ENDS = re.compile(r"\s*(?:$|[.;)\]])")
_MOST_PAGES = 3
_LONGEST_TITLE = 600


class _ClashError(Exception):
    """Two pieces give the same field: this is not where the title ends."""


def find_tails(scanned: Scanned, start: int, known: Mapping[str, str], *, titled: bool) -> Iterator[Tail]:
    """Every reading of where the title ends, from left to right.

    Args:
        scanned: the whole text.
        start: behind the people, or behind the quoted title.
        known: fields that are already read (the date of "Ash, J. (1983)").
        titled: whether a quoted title has been read, so that brackets and numbers may follow at once.
    """
    for found in _PLACE.finditer(scanned.text, start, min(len(scanned.text), start + _LONGEST_TITLE)):
        pos = found.start()
        if (scanned.is_open(pos) or pos in scanned.brackets) and (tail := _read_tail(scanned, pos, known, titled)):
            yield tail


def _read_tail(scanned: Scanned, start: int, known: Mapping[str, str], titled: bool) -> Tail | None:
    text, tail = scanned.text, Tail(start, start)
    piece = read_beginning(Spot(scanned, start, "", tail, known, titled))
    try:
        while piece and _take(tail, piece, known):
            skipped = _SEPARATOR.match(text, tail.end)
            pos = skipped.end() if skipped else tail.end
            piece = None
            if pos < len(text):
                piece = read_continuation(Spot(scanned, pos, text[tail.end : pos], tail, known, titled))
    except _ClashError:
        return None
    if not tail.pieces:
        return None
    tail.is_complete = bool(_ENDS.match(text, tail.end)) or (
        text[tail.end - 1] == "." and text[tail.end : tail.end + 1] != ","
    )
    return tail


def _take(tail: Tail, piece: Piece | Pages, known: Mapping[str, str]) -> bool:
    """Add a piece to the tail; False where it says again what is known, so that it belongs to something else."""
    if isinstance(piece, Pages):
        if len(tail.pages) >= _MOST_PAGES:
            return False
        tail.pages.append(piece)
        tail.pieces.append("pages")
        tail.weight += 2 if piece.is_labelled else 1
        tail.end = piece.end
        return True
    fields = dict(piece.fields)
    if piece.kind == "thesis" and fields.get("date") == tail.fields.get("date"):
        fields.pop("date", "")  # "1997. Tese (Doutorado) – USP, São Paulo, 1997"
    if piece.kind == "volume" and "number" in fields and "volume" in tail.fields and "number" not in tail.fields:
        fields.pop("volume")
    if piece.kind == "volume" and "volume" in fields and "volume" in tail.fields:
        fields["part"] = fields.pop("volume")  # "t. III, v. 2", "Bd. 7, Teil 1"
    if _clashes(tail, piece, fields, known):
        return False
    _take_pages(tail, piece, fields)
    tail.fields |= fields
    tail.pieces.append(piece.kind)
    tail.weight += piece.weight
    tail.end = piece.end
    return True


def _clashes(tail: Tail, piece: Piece, fields: dict[str, str], known: Mapping[str, str]) -> bool:
    again = {name for name in fields if name in tail.fields}
    if "date" in known and "date" in fields and fields["date"][:4] != known["date"][:4]:
        again.add("date")
    # "1750–80 (Leeds: Tern, 1970)": the first date belonged to the title.
    if (
        "date" in again
        and tail.pieces[:1] == ["date"]
        and set(tail.pieces) <= {"date", "total"}
        and (piece.kind in {"imprint", "thesis"} or len(fields["date"]) == 4)
    ):
        raise _ClashError
    return bool(again)


def _take_pages(tail: Tail, piece: Piece, fields: dict[str, str]) -> None:
    locator = fields.pop("locator", "")
    if "pages" in fields:
        tail.pages.append(Pages(piece.end, fields.pop("pages").replace("--", "–"), is_labelled=False))
        tail.pieces.append("extent")
    if locator:
        tail.pages.append(Pages(piece.end, locator, is_labelled=True, is_at=True))
