"""The files that came in, what of theirs a file that is written anew says beside its entries out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from sqlalchemy import Row, func, or_, select
from sqlalchemy.orm import Session

from app.bibtex import Dialect
from app.bibtex.around import Around, as_said_now, commands_in, defined_in, is_definition
from app.library import Library
from models.bibfile import Block
from models.entry import StoredEntry
from models.kinds import BlockKind

_Kept = Row[int, int, int, BlockKind, str, str]
_BLANK_LINE = len("\r\n\r\n")


def around_all(session: Session, keys: Mapping[int, str], dialect: Dialect) -> Around | None:
    """What stands around the entries of the whole library, None for nothing.

    One file keeps its comments in their places; of several, whose words would contradict each other (JabRef's settings
    are such comments), only the definitions are kept.

    Args:
        session: of the library.
        keys: of all entries that are written, by their ids.
        dialect: of the new file.
    """
    kept = _kept(session, BlockKind.PREAMBLE, BlockKind.COMMENT, BlockKind.TEXT)
    if not kept:
        return None
    if len({block.file_id for block in kept}) > 1 or _files(session) > 1:
        return Around("\n".join(_definitions(kept)))
    question = select(Block.position, Block.entry_id).where(Block.entry_id.is_not(None)).order_by(Block.position)
    placed = [(place, keys[i]) for place, i in session.execute(question) if i is not None and i in keys]
    before: dict[str, list[str]] = {}
    end: list[str] = []
    for block in kept:
        said = _said(block, dialect)
        next_one = bisect_left(placed, (block.position, ""))
        if said:
            (before.setdefault(placed[next_one][1], []) if next_one < len(placed) else end).append(said)
    return Around("", {key: "\n".join(said) + "\n" for key, said in before.items()}, "\n".join(end))


def around_some(session: Session, text: str, beside: str) -> Around | None:
    """The definitions that some entries need whose fields hold this text, None for none; without those in `beside`."""
    used = commands_in(text)
    known = used & defined_in(beside)
    used -= known
    kept = _kept(session, BlockKind.PREAMBLE) if used else ()
    needed = [said for said in _definitions(kept) if used & defined_in(said)]
    return Around("\n".join(needed), known=frozenset(known)) if needed or known else None


def left_out(library: Library, dialect: Dialect) -> list[str]:
    """What a file that is written anew does not say though the files said it, a sentence for each."""
    with library.asking() as session:
        sentences = [
            f"line {block.line}: The @preamble does more than define commands, and is left out."
            for block in _kept(session, BlockKind.PREAMBLE)
            if not is_definition(block.text)
        ]
        xdata = session.scalar(select(func.count(StoredEntry.id)).where(StoredEntry.entrytype == "xdata"))
    if xdata and dialect == Dialect.BIBTEX:
        sentences.append("BibTeX has no @xdata: what they say stands in the entries that name them.")
    return sentences


def _files(session: Session) -> int:
    return len(session.scalars(select(Block.file_id).distinct()).all())


def _kept(session: Session, *kinds: BlockKind) -> list[_Kept]:
    """The blocks of these kinds in all files, in order; without what could not be read and the blank lines."""
    question = select(Block.file_id, Block.position, Block.line, Block.kind, Block.why, Block.text)
    question = question.where(Block.kind.in_(kinds), Block.why == "")
    question = question.where(or_(Block.kind != BlockKind.TEXT, func.length(Block.text) > _BLANK_LINE))
    found = session.execute(question.order_by(Block.file_id, Block.position))
    return [block for block in found if block.text.strip()]


def _definitions(kept: Iterable[_Kept]) -> list[str]:
    said = (block.text.strip() for block in kept if block.kind is BlockKind.PREAMBLE)
    return list(dict.fromkeys(text for text in said if is_definition(text)))


def _said(block: _Kept, dialect: Dialect) -> str:
    if block.kind is BlockKind.PREAMBLE:
        return block.text.strip() if is_definition(block.text) else ""
    return as_said_now(block.text, dialect)
