"""The text of a .bib file in, its blocks out: entries, strings, preambles, comments, broken pieces and all between.

The grammar is that of bibtex.web (section 217 and on), with what btparse and biber add: `%` comments inside entries and
@comment{...} as one balanced block. BibTeX knows no backslash escapes for braces. After a fault the block is broken up
to the next line that begins like an entry, so that one fault costs one entry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.bibtex.doubts import entry_doubt, text_doubt


class BlockKind(StrEnum):
    """What a stretch of a .bib file is."""

    ENTRY = "entry"
    STRING = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    TEXT = "text"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the file.

    Attributes:
        text: exactly as in the file; all blocks' texts together are the file.
        line: the line it begins in, from 1.
        entrytype: as printed ("ARTICLE"); of broken entries too.
        key: the citation key, or the name of a @string; "" for none.
        fields: names and values as printed, delimiters and `#` included: ("title", "{The {NASA} Mission}"). A @string
            and a @preamble have one.
        reason: why a broken block is broken, or what is doubtful about another (`app.bibtex.doubts`); a plain sentence.
    """

    kind: BlockKind
    text: str
    line: int
    entrytype: str = ""
    key: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    reason: str = ""


# White space as people's editors have it: also what nobody sees, and the Ctrl-Z that old programs end files with.
_UNSEEN = r"\x1a\u00a0\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_SPACE = rf"[ \t\r\n\f\v{_UNSEEN}]*+"
_BLANK = rf"{_SPACE}(?:%[^\n\r]*+{_SPACE})*+"
_NAME = rf"[^\s{_UNSEEN}{{}}()\",=#%']++"
_GROUP = r"\{(?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+\}"
_SIMPLE_VALUE = rf'{_GROUP}|"(?:[^"{{}}]++|\{{(?:[^{{}}]++|\{{[^{{}}]*+\}})*+\}})*+"|[^\s{{}}()",=#%\'@\\]++'

BLANK = re.compile(_BLANK)
NAME = re.compile(_NAME)
PLAIN_WORD = re.compile(r"[^\s{}()\",=#%'@\\]++")
_AT = re.compile(r"@[ \t\r\n]*([A-Za-z][^\s{}()\",=#%'@]*)[ \t\r\n]*")
_RESYNC = re.compile(r"(?:^|(?<=\r))[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_KEY = {"}": re.compile(rf"{_BLANK}([^,\s}}]*)"), ")": re.compile(rf"{_BLANK}([^,\s]*)")}
# One whole field at once, with all that stands before the next: the quick way for nearly all of them.
_FIELD = {
    close: re.compile(
        rf"{_BLANK}({_NAME}){_BLANK}={_BLANK}({_SIMPLE_VALUE}){_BLANK}(?:,{_BLANK}([{close}])?|([{close}]))"
    )
    for close in "})"
}
_BRACE = re.compile(r"[{}]")
_QUOTE_OR_BRACE = re.compile(r'["{}]')


class _FaultError(Exception):
    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


def scan(text: str) -> list[Block]:
    """The blocks of a file's text, covering all of it in order. Never raises."""
    return _Scanner(text).run()


def scan_one(kind: str, text: str, line: int = 1) -> Block:
    """The block that a kept text is; what no longer reads as its kind comes back as broken."""
    if kind == BlockKind.TEXT:
        return Block(BlockKind.TEXT, text, line, reason=text_doubt(text, line))
    blocks = _Scanner(text, line).run()
    if len(blocks) == 1 and blocks[0].kind == kind:
        return blocks[0]
    # A broken block may hold what reads as several: it is kept as the one piece it was.
    reason = next((block.reason for block in blocks if block.reason), "")
    first = blocks[0] if blocks else Block(BlockKind.TEXT, text, line)
    known = kind if kind in (BlockKind.COMMENT, BlockKind.BROKEN) else BlockKind.BROKEN
    return Block(BlockKind(known), text, line, first.entrytype, first.key, (), reason)


class _Scanner:
    """One run over a text."""

    def __init__(self, text: str, line: int = 1) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self._feed = "\n" if "\n" in text else "\r"
        self._line = line
        self._counted = 0
        self._partners: dict[int, int] | None = None
        self._names: dict[str, str] = {}

    def run(self) -> list[Block]:
        """Every block of the text."""
        text, position, kept = self.text, 0, 0
        while (at := text.find("@", position)) >= 0:
            match = _AT.match(text, at)
            end = self._block(at, match, kept) if match else None
            if end is None:
                position = at + 1
            else:
                position = kept = end
        self._keep_text(kept, len(text))
        return self.blocks

    def _block(self, at: int, match: re.Match[str], kept: int) -> int | None:
        """Read the block at "@" and keep the text before it; where it ends, or None where none begins."""
        word, opened = match.group(1), match.end()
        lower = word.lower()
        opening = self.text[opened : opened + 1]
        if lower == "comment":
            self._keep_text(kept, at)
            end, reason = self._comment_end(at, opened, opening)
            self._keep(Block(BlockKind.COMMENT, self.text[at:end], self._line_at(at), reason=reason))
            return end
        if opening not in ("{", "("):
            return None
        self._keep_text(kept, at)
        close = "}" if opening == "{" else ")"
        read = {"string": self._string, "preamble": self._preamble}.get(lower, self._entry)
        key = ""
        try:
            kind, key, fields, end = read(opened + 1, close)
        except _FaultError as fault:
            resync = _RESYNC.search(self.text, opened)
            end = resync.start() if resync else len(self.text)
            line = self._line_at(at)
            reason = f"{fault} (line {line + self.text.count(self._feed, at, fault.position)})."
            self._keep(Block(BlockKind.BROKEN, self.text[at:end], line, word, self._key_of(opened + 1), (), reason))
            return end
        block_text = self.text[at:end]
        self._keep(Block(kind, block_text, self._line_at(at), word, key, fields, entry_doubt(block_text, fields)))
        return end

    def _keep(self, block: Block) -> None:
        self.blocks.append(block)

    def _keep_text(self, start: int, end: int) -> None:
        if end > start:
            text, line = self.text[start:end], self._line_at(start)
            self._keep(Block(BlockKind.TEXT, text, line, reason=text_doubt(text, line)))

    def _line_at(self, position: int) -> int:
        self._line += self.text.count(self._feed, self._counted, position)
        self._counted = position
        return self._line

    def _key_of(self, start: int) -> str:
        match = _KEY["}"].match(self.text, start)
        return match.group(1) if match and match.group(1).find("=") < 0 else ""

    def _comment_end(self, at: int, opened: int, opening: str) -> tuple[int, str]:
        """Where a comment ends, and what is doubtful about that."""
        if opening == "{":
            try:
                return self._group_end(opened), ""
            except _FaultError:
                resync = _RESYNC.search(self.text, opened)
                return resync.start() if resync else len(self.text), "The comment's brace is never closed."
        ends = [end for end in (self.text.find("\n", at), self.text.find("\r", at)) if end >= 0]
        return min(ends, default=len(self.text)), ""

    def _string(self, start: int, close: str) -> _Read:
        name, after = self.name(start)
        value, after = self.value(self.expect("=", after, "An equals sign was expected after the name") + 1)
        after = _blank(self.text, after)
        if self.text[after : after + 1] == ",":
            after = _blank(self.text, after + 1)
        end = self.expect(close, after, "The end of the @string was expected") + 1
        return BlockKind.STRING, name, ((name, value),), end

    def _preamble(self, start: int, close: str) -> _Read:
        value, after = self.value(start)
        end = self.expect(close, after, "The end of the @preamble was expected") + 1
        return BlockKind.PREAMBLE, "", (("", value),), end

    def _entry(self, start: int, close: str) -> _Read:
        match = _KEY[close].match(self.text, start)
        key, after = (match.group(1), match.end()) if match else ("", start)
        follows = _blank(self.text, after)
        if close == ")" and key.endswith(")") and self.text[follows : follows + 1] != ",":
            return BlockKind.ENTRY, key[:-1], (), after
        if self.text[follows : follows + 1] == close:
            return BlockKind.ENTRY, key, (), follows + 1
        fields, end = self._fields(self.expect(",", after, "A comma was expected after the key") + 1, close)
        return BlockKind.ENTRY, key, tuple(fields), end

    def _fields(self, position: int, close: str) -> tuple[list[tuple[str, str]], int]:
        fields: list[tuple[str, str]] = []
        quick, names = _FIELD[close].match, self._names
        while True:
            if match := quick(self.text, position):
                name, value, closed_behind_comma, closed = match.groups()
                fields.append((names.setdefault(name, name), value))
                position = match.end()
                if closed or closed_behind_comma:
                    return fields, position
                continue
            position = _blank(self.text, position)
            while self.text[position : position + 1] == "," and position:
                position = _blank(self.text, position + 1)
            if self.text[position : position + 1] == close:
                return fields, position + 1
            name, after = self.name(position)
            value, after = self.value(self.expect("=", after, f"An equals sign was expected after “{name}”") + 1)
            fields.append((names.setdefault(name, name), value))
            after = _blank(self.text, after)
            if self.text[after : after + 1] != ",":
                return fields, self.expect(close, after, f"A comma or the end was expected after “{name}”") + 1
            position = after + 1

    def name(self, position: int) -> tuple[str, int]:
        """A field's name and where it ends."""
        match = NAME.match(self.text, _blank(self.text, position))
        if not match:
            raise _FaultError("The name of a field was expected", position)
        return match.group(), match.end()

    def expect(self, mark: str, position: int, message: str) -> int:
        """The place of a sign that must come next."""
        position = _blank(self.text, position)
        if self.text[position : position + 1] != mark:
            raise _FaultError(message, position)
        return position

    def value(self, position: int) -> tuple[str, int]:
        """A value as printed and where it ends: pieces in braces, in quotes, words, joined by "#"."""
        start = _blank(self.text, position)
        after = start
        while True:
            after = self._piece(after)
            follows = _blank(self.text, after)
            if self.text[follows : follows + 1] != "#":
                return self.text[start:after], after
            after = _blank(self.text, follows + 1)

    def _piece(self, position: int) -> int:
        first = self.text[position : position + 1]
        if first == "{":
            return self._group_end(position)
        if first == '"':
            return self._quote_end(position)
        match = PLAIN_WORD.match(self.text, position)
        if not match:
            raise _FaultError("A value was expected", position)
        return match.end()

    def _group_end(self, start: int) -> int:
        if self._partners is None:
            end = _balanced_end(self.text, start)
            if end is None:
                # A second fault like this one must not read to the end of the file again.
                self._partners = _brace_partners(self.text)
        else:
            end = self._partners.get(start)
        if end is None:
            raise _FaultError("A brace is opened and never closed", start)
        return end

    def _quote_end(self, start: int) -> int:
        position = start + 1
        while match := _QUOTE_OR_BRACE.search(self.text, position):
            if match.group() == '"':
                return match.end()
            if match.group() == "}":
                break
            position = self._group_end(match.start())
        raise _FaultError("A quotation mark is opened and never closed", start)


_Read = tuple[BlockKind, str, tuple[tuple[str, str], ...], int]


def _blank(text: str, position: int) -> int:
    match = BLANK.match(text, position)
    return match.end() if match else position


def _balanced_end(text: str, start: int) -> int | None:
    depth, position, search = 1, start + 1, _BRACE.search
    while match := search(text, position):
        depth += 1 if match.group() == "{" else -1
        position = match.end()
        if depth == 0:
            return position
    return None


def _brace_partners(text: str) -> dict[int, int]:
    """For every opening brace that is closed, where its group ends."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif opened:
            partners[opened.pop()] = match.end()
    return partners


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """Where a field stands in its entry's text: its name and its value, delimiters included."""

    name: tuple[int, int]
    value: tuple[int, int]


def field_spans(text: str, start: int) -> tuple[tuple[int, int], list[FieldSpan]] | None:
    """The place of the key and of each field in an entry's text, from behind its brace; None if it is broken."""
    scanner = _Scanner(text)
    close = "}" if text[start - 1] == "{" else ")"
    match = _KEY[close].match(text, start)
    if match is None:
        return None
    spans: list[FieldSpan] = []
    position = match.end()
    try:
        while text[(position := _blank(text, position)) : position + 1] == ",":
            while text[position : position + 1] == ",":
                position = _blank(text, position + 1)
            if text[position : position + 1] == close:
                break
            name, after = scanner.name(position)
            equals = scanner.expect("=", after, "=")
            value, end = scanner.value(equals + 1)
            spans.append(FieldSpan((after - len(name), after), (end - len(value), end)))
            position = end
    except _FaultError:
        return None
    return match.span(1), spans
