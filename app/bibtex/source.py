"""A block of the file in, bibtexparser's model of it out, and the Entry it describes.

bibtexparser's Entry, Field, String and Preamble are the form in which parsed blocks pass from here on. Its splitter,
middleware and writer are not used: they lose spans, macros, names and files that are not UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bibtexparser import model

from app.bibtex.dates import MACROS, MONTHS
from app.bibtex.dialects import to_biblatex
from app.bibtex.latex import each_paragraph, from_latex
from app.bibtex.naming import ADDRESSES, DATE_SIGNS, DATES, PAGES, PARAGRAPHS, PEOPLE, VERBATIM
from app.bibtex.scanning import Block, BlockKind
from app.entry import Entry

MONTH_MACROS: Mapping[str, str] = dict(zip(MACROS, MONTHS, strict=True))

_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+[ \t]*")
_ESCAPED_SIGN = re.compile(r"\\([_&%#~^$])(?:\{\})?")
_URL_COMMAND = re.compile(r"\\url\{([^{}]*)\}")
_OPENING = frozenset('{"')
# Nothing to read where none of these stands; a lone space at an edge is seen to besides.
_TO_READ = re.compile(r"[\\{}$~\t\r\n\f\v `'?!-](?:(?<=[\\{}$~\t\r\n\f\v])|(?<= ) |(?<=-)-|(?<=`)`|(?<=')'|(?<=[?!])`)")
# Longer than any text that people put together of macros.
_LONGEST = 100_000
# LaTeX's own word between the authors of a title, which no name has.
_AND_COMMAND = re.compile(r"\s*\\and(?![A-Za-z])\s*")
_FOR_TEX = re.compile(r"[\\{}]")


def as_model(block: Block) -> model.Block:
    """The block as bibtexparser models it; field values keep their delimiters and macros.

    Free text and comments become its comments, broken blocks its failed blocks.
    """
    line = block.line - 1
    if block.kind == BlockKind.ENTRY:
        return entry_model(block)
    if block.kind == BlockKind.STRING:
        return model.String(block.key, block.fields[0][1], line, block.text)
    if block.kind == BlockKind.PREAMBLE:
        return model.Preamble(block.fields[0][1], line, block.text)
    if block.kind == BlockKind.COMMENT:
        return model.ExplicitComment(block.text.partition("{")[2].rpartition("}")[0], line, block.text)
    if block.kind == BlockKind.TEXT:
        return model.ImplicitComment(block.text, line, block.text)
    return model.ParsingFailedBlock(ValueError(block.reason), line, block.text)


def entry_model(block: Block) -> model.Entry:
    """An entry block as bibtexparser's Entry."""
    line = block.line - 1
    fields = [model.Field(name, value, line) for name, value in block.fields]
    return model.Entry(block.entrytype, block.key, fields, line, block.text)


def read_block(block: Block, macros: Mapping[str, str] = MONTH_MACROS) -> Entry:
    """The entry that an entry block describes: macros and `#` evaluated, TeX as Unicode, names as biblatex has them.

    A field that stands twice counts once, the first time, as in BibTeX.
    """
    fields: dict[str, str] = {}
    for printed, raw in block.fields:
        name = printed.lower()
        if name not in fields:
            is_plain = raw[:1] in _OPENING and "#" not in raw
            fields[name] = read_value(name, raw[1:-1] if is_plain else expand(raw, macros))
    if "" in fields.values():
        fields = {name: value for name, value in fields.items() if value}
    return to_biblatex(block.entrytype.lower(), fields, block.key)


def expand(raw: str, macros: Mapping[str, str]) -> str:
    r"""A value as printed in the file with its delimiters off, macros put in and "#" joined: jan # "~1" is "January~1".

    A macro nobody defined stands for its own name; so do those that double each other without end.
    """
    if "#" not in raw:
        return raw[1:-1] if raw[:1] in _OPENING else macros.get(raw.lower(), raw)
    pieces: list[str] = []
    length = 0
    for piece in split_pieces(raw):
        text = _piece(piece, macros)
        length += len(text)
        if length > _LONGEST + len(raw):
            return raw
        pieces.append(text)
    return "".join(pieces)


def _piece(piece: str, macros: Mapping[str, str]) -> str:
    return piece[1:-1] if piece[0] in '{"' else macros.get(piece.lower(), piece)


def split_pieces(raw: str) -> list[str]:
    """The pieces of a value joined by "#", each with its delimiters."""
    pieces, position = [], 0
    while position < len(raw):
        if raw[position] in '{"':
            end = _delimited_end(raw, position)
        elif raw[position] == "#" or raw[position].isspace():
            position += 1
            continue
        elif raw[position] == "%":
            position = min((end for end in (raw.find("\n", position), raw.find("\r", position)) if end >= 0),
                           default=len(raw))  # fmt: skip
            continue
        else:
            match = re.compile(r"[^\s#%]+").match(raw, position)
            end = match.end() if match else len(raw)
        pieces.append(raw[position:end])
        position = end
    return pieces


def _delimited_end(raw: str, start: int) -> int:
    depth = 0
    for position in range(start, len(raw)):
        character = raw[position]
        if character == '"' and raw[start] == '"' and depth == 0 and position > start:
            return position + 1
        depth += (character == "{") - (character == "}")
        if depth == 0 and raw[start] == "{":
            return position + 1
    return len(raw)


def read_value(name: str, text: str) -> str:
    """A field's text as entries hold it: white space folded, and TeX as Unicode unless the field is verbatim."""
    if not _TO_READ.search(text) and text[:1] != " " != text[-1:]:
        return text
    if _is_untidy(text):
        text = _fold_paragraphs(text) if name in PARAGRAPHS else _WHITE.sub(" ", text).strip(" ")
    if name in VERBATIM or (name in DATES and DATE_SIGNS.fullmatch(text)):
        return _address(text) if name in ADDRESSES and _FOR_TEX.search(text) else text
    if name in PARAGRAPHS:
        return each_paragraph(text, from_latex)
    if name in PEOPLE and "\\and" in text:
        text = _AND_COMMAND.sub(" and ", text)
    read = from_latex(text, pages=name in PAGES or name in DATES)
    # A command that prints nothing, or a space of TeX's own, leaves two.
    return _WHITE.sub(" ", read).strip(" ") if "  " in read else read


def _is_untidy(text: str) -> bool:
    """Whether there is white space in a text that does not just keep two words apart."""
    if "  " in text or text != text.strip(" "):
        return True
    return "\n" in text or "\t" in text or "\r" in text or "\f" in text or "\v" in text


def _fold_paragraphs(text: str) -> str:
    paragraphs = (_WHITE.sub(" ", paragraph).strip(" ") for paragraph in _BLANK_LINE.split(text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _address(text: str) -> str:
    r"""An address without the TeX that people put around it: \url{...}, \_, \%."""
    text = _URL_COMMAND.sub(r"\1", text)
    text = text.replace("{\\textasciitilde}", "~").replace("\\textasciitilde{}", "~").replace("$\\sim$", "~")
    text = _ESCAPED_SIGN.sub(r"\1", text)
    return text[1:-1] if text[:1] == "{" and text[-1:] == "}" and "{" not in text[1:-1] else text
