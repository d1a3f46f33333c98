r"""The text of a field in TeX in, as Unicode out."""

from __future__ import annotations

import re
import unicodedata
from typing import cast

from app.bibtex.characters import MARK_OF_ACCENT, read_commands, read_math
from app.bibtex.numbered import COMMAND as NUMBERED
from app.bibtex.numbered import read_numbered
from app.bibtex.tex_signs import (
    BARE_SIGN,
    SAFE_SYMBOLS,
    VERBATIM_COMMANDS,
    group_end,
    is_whole,
    looks_mathematical,
    math_spans,
    unmatched_braces,
)
from app.known_words import KnownWords

# What begins with a set of signs, as these do, is searched for much faster than what begins with a choice.
_HAS_TEX = re.compile(r"[\\{}$~`'?!-](?:(?<=[\\{}$~])|(?<=-)-|(?<=`)`|(?<=')'|(?<=[?!])`)")
_HAS_TEX_IN_PAGES = re.compile(r"[\\{}$~`'?!](?:(?<=[\\{}$~])|(?<=`)`|(?<=')'|(?<=[?!])`)")
_PLAIN = re.compile(r"[^\\{}$~`'?!-]+")
_MATH = re.compile(r"\$(?:[^$\\]|\\.)+\$|\\\((?:[^$\\]|\\[^()$])*\\\)", re.DOTALL)
_ESCAPE = r"\\\g<0>"
_LIGATURE = re.compile(r"---|--|``|''|[?!]`")
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_WORD_COMMAND = re.compile(r"\\([A-Za-z]+)\*?")
_SPACE = re.compile(r"[ \t\r\n]*")
_ACCENT_SYMBOLS = frozenset("`'^~=.\"")
# Literal signs of TeX that a value may hold once it is sure that they will not be taken for TeX again.
_DOLLAR, _OPEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_ONE_MARK = frozenset("-`'\"?!&%#_^~" + _DOLLAR)
_LONGEST_LETTER = 60
_SENTINELS = re.compile("[\ue000-\ue002]")


def from_latex(value: str, pages: bool = False) -> str:
    r"""A field's text as Unicode: "Mot{\"o}rhead --- 5\%" gives "Motörhead — 5%". Never raises.

    Args:
        value: as the file has it, without its delimiters.
        pages: leave "--" as it is, which is how entries write ranges of pages.
    """
    if not (_HAS_TEX_IN_PAGES if pages else _HAS_TEX).search(value):
        return value
    if pages:
        return _decoded(value, pages)
    # Words come again and again, and most mean the same wherever they stand.
    words = _DECODED.of(value)
    return _decoded(value, pages) if None in words else " ".join(cast("list[str]", words))


def _decoded_word(word: str) -> str | None:
    """The word as Unicode, None where that takes the words beside it to tell."""
    if not _HAS_TEX.search(word):
        return word
    text = _read_through(word, pages=False) if is_whole(word) else None
    return None if text is None or _SENTINELS.search(text) else text


_DECODED = KnownWords(_decoded_word)


def _decoded(value: str, pages: bool) -> str:
    text = _read_through(value, pages)
    if text is None:
        return value
    return _settle(text) if _SENTINELS.search(text) else text


def _read_through(value: str, pages: bool) -> str | None:
    """The text with literal signs still marked, None where thousands of braces in each other are no text at all."""
    try:
        return _Reader(value.replace("\\cyrchar", ""), pages).read()
    except RecursionError:
        return None


class _Reader:
    """One pass over a value."""

    def __init__(self, text: str, pages: bool = False) -> None:
        self.text = text
        self.pages = pages
        self.position = 0

    def read(self) -> str:
        parts: list[str] = []
        kept = False
        while self.position < len(self.text):
            unit, _, kept = self._unit(after_command=kept)
            parts.append(unit)
            if self.text[self.position : self.position + 1] == "}":
                parts.append("}")
                self.position += 1
                kept = False
        return "".join(parts)

    def _group(self, after_command: bool) -> str:
        """The group at this place; without its braces where they only held a special character together."""
        self.position += 1
        parts: list[str] = []
        kept = False
        specials = 0
        while self.position < len(self.text) and self.text[self.position] != "}":
            unit, is_special, kept = self._unit(after_command=kept)
            specials += is_special
            parts.append(unit)
        inner = "".join(parts)
        if self.position >= len(self.text):
            return f"{{{inner}"
        self.position += 1
        if after_command:
            return f"{{{inner}}}"
        if not inner or (specials == len(parts) == 1) or (inner in _ONE_MARK and len(inner) == 1):
            return inner
        return f"{{{inner}}}"

    def _unit(self, after_command: bool) -> tuple[str, bool, bool]:
        """The next piece: its text, whether it is wholly a decoded special character, whether it is a kept command."""
        text, position = self.text, self.position
        if match := _PLAIN.match(text, position):
            self.position = match.end()
            return match.group(), False, False
        if (match := _MATH.match(text, position)) and not unmatched_braces(match.group()):
            self.position = match.end()
            return _tidy_math(match.group(), text[match.end() : match.end() + 1]), False, False
        character = text[position]
        if character == "{":
            return self._group(after_command), False, after_command
        if character == "\\":
            return self._command(after_command)
        if character == "}":
            return "", False, False
        if (match := _LIGATURE.match(text, position)) and not (self.pages and character == "-"):
            self.position = match.end()
            return _LIGATURES[match.group()], False, False
        self.position += 1
        return "\u00a0" if character == "~" else _DOLLAR if character == "$" else character, False, False

    def _command(self, after_command: bool) -> tuple[str, bool, bool]:
        match = _WORD_COMMAND.match(self.text, self.position)
        if match is None:
            return self._control_symbol(after_command)
        name = match.group(1)
        if name in MARK_OF_ACCENT and (accented := self._bearer(name, match.end())):
            return accented
        if name in VERBATIM_COMMANDS:
            return self._verbatim(match.end()), False, True
        if name == NUMBERED:
            character, end = read_numbered(self.text, match.end())
            if character:
                self.position = end
                return character, True, False
        if name == "ensuremath" and (character := self._ensured(match.end())):
            return character, False, False
        sentinel = {"textdollar": _DOLLAR, "textbraceleft": _OPEN, "textbraceright": _CLOSE}.get(name)
        character = sentinel or ("" if match.group().endswith("*") else read_commands().get(name, ""))
        if not character:
            self.position = match.end()
            return match.group(), False, True
        self.position = self._after_word(match.end())
        return character, True, False

    def _after_word(self, position: int) -> int:
        """Where reading goes on after a command made of letters: TeX skips the space, and {} ends it."""
        if self.text.startswith("{}", position):
            return position + 2
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

    def _control_symbol(self, after_command: bool) -> tuple[str, bool, bool]:
        symbol = self.text[self.position + 1 : self.position + 2]
        start = self.position
        if symbol not in SAFE_SYMBOLS:
            self.position += 1
            return "{\\textbackslash}", False, False
        self.position += 2
        if symbol in _ACCENT_SYMBOLS and symbol and (accented := self._bearer(symbol, start + 2)):
            return accented
        if symbol in ("&", "%", "#", "_") and symbol:
            return symbol, True, False
        if symbol == "$":
            return _DOLLAR, True, False
        if symbol == " " and not after_command:
            return " ", False, False
        if symbol == ",":
            return "\u2009", True, False
        if symbol in ("/", "@") and symbol:
            return "", True, False
        if symbol in ("{", "}") and symbol:
            # A brace counts for BibTeX even so: it stays as it was written.
            return f"\\{symbol}", False, False
        return f"\\{symbol}", False, True

    def _bearer(self, accent: str, position: int) -> tuple[str, bool, bool] | None:
        """The letter after an accent with it; a long group that is none stays as it is, all of it."""
        if accented := self._accented(accent, position):
            return accented, True, False
        end = group_end(self.text, position) if self.text[position : position + 1] == "{" else None
        if end is None or end - position <= _LONGEST_LETTER:
            return None
        start, self.position = position - len(accent) - 1, end
        return self.text[start:end], False, True

    def _accented(self, accent: str, position: int) -> str:
        """The letter after an accent with it, "" where there is none that can bear it; moves only on success."""
        kept_position = self.position
        match = _SPACE.match(self.text, position)
        self.position = match.end() if match else position
        if accent.isalpha() and self.position == position and self.text[position : position + 1].isalpha():
            self.position = kept_position
            return ""
        letter = self._accent_argument()
        composed = unicodedata.normalize("NFC", _DOTTED.get(letter, letter) + MARK_OF_ACCENT[accent]) if letter else ""
        if not composed:
            self.position = kept_position
        return composed

    def _accent_argument(self) -> str:
        first = self.text[self.position : self.position + 1]
        if first == "{":
            end = group_end(self.text, self.position)
            # No letter is this long, and what is tried here may have to be read again.
            if end is None or end - self.position > _LONGEST_LETTER:
                return ""
            unit = self._group(after_command=False).strip()
            unit = unit[1:-1] if unit[:1] == "{" and unit[-1:] == "}" and len(unit) > 2 else unit
        elif first == "\\":
            unit = self._command(after_command=False)[0]
        else:
            self.position += 1
            unit = first
        letters = [character for character in unit if not unicodedata.combining(character)]
        return unit if len(letters) == 1 and letters[0].isalpha() else ""

    def _verbatim(self, position: int) -> str:
        """A command whose argument is an address: kept as it is written."""
        start = self.position
        end = group_end(self.text, position) if self.text[position : position + 1] == "{" else None
        self.position = end or position
        return self.text[start : self.position]

    def _ensured(self, position: int) -> str:
        end = group_end(self.text, position) if self.text[position : position + 1] == "{" else None
        if end is None:
            return ""
        inner = self.text[position + 1 : end - 1]
        character = read_math().get(inner) or (read_commands().get(inner[1:], "") if inner[:1] == "\\" else "")
        if character:
            self.position = end
        return character


_DOTTED = {"ı": "i", "ȷ": "j"}


def _tidy_math(math: str, following: str) -> str:
    """Mathematics as entries hold it: $...$ without space at its edges, so that it is told from two prices."""
    inner = (math[2:-2] if math.startswith("\\(") else math[1:-1]).strip()
    if not inner:
        return math.replace("$", _DOLLAR) if math[0] == "$" else ""
    # A bare "%" would end the line in whatever is made of this.
    tidy = f"${BARE_SIGN.sub(_ESCAPE, inner)}$"
    return f"{{{tidy}}}" if following.isdigit() and not looks_mathematical(inner) else tidy


def _settle(text: str) -> str:
    """Literal dollars and braces as such where they cannot be taken for TeX, else as the commands they were."""
    if _OPEN in text or _CLOSE in text:
        bare = text.replace(_OPEN, "{").replace(_CLOSE, "}")
        unmatched = unmatched_braces(bare)
        if unmatched == {place for place, character in enumerate(text) if character in (_OPEN, _CLOSE)}:
            text = bare
        else:
            text = text.replace(_OPEN, "\\textbraceleft{}").replace(_CLOSE, "\\textbraceright{}")
    if _DOLLAR not in text:
        return text
    bare = text.replace(_DOLLAR, "$")
    literal = {place for place, character in enumerate(text) if character == _DOLLAR}
    meant = {place for place, character in enumerate(text) if character == "$"}
    found = {place for start, end in math_spans(bare) for place in (start, end - 1)}
    if not found & literal and found >= meant:
        return bare
    return text.replace(_DOLLAR, "\\$")
