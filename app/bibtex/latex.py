r"""The text of a field in TeX in, in Unicode out, and back.

In an entry, braces protect capitals, $...$ is mathematics, "~" and "--" are the characters they print, and a command is
there only where Unicode has nothing (`\emph{...}`). For every value that came from `from_latex`,
`from_latex(to_latex(value)) == value`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.bibtex.characters import MARK_OF_ACCENT, accented_form, read_commands, read_math, written_forms
from app.bibtex.danger import is_dangerous

_HAS_TEX = re.compile(r"[\\{}$~]|--|``|''|[?!]`")
_PLAIN = re.compile(r"[^\\{}$~`'?!-]+")
_MATH = re.compile(r"\$(?:[^$\\]|\\.)+\$|\\\((?:[^$\\]|\\[^()$])*\\\)", re.DOTALL)
_LIGATURE = re.compile(r"---|--|``|''|[?!]`")
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_WORD_COMMAND = re.compile(r"\\([A-Za-z]+)\*?")
_SPACE = re.compile(r"[ \t\r\n]*")
_VERBATIM_COMMANDS = frozenset({"url", "href", "path", "nolinkurl", "ref", "cite", "label", "pageref"})
_ACCENT_SYMBOLS = frozenset("`'^~=.\"")
# Literal signs of TeX that a value may hold once it is sure that they will not be taken for TeX again.
_DOLLAR, _OPEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_ONE_MARK = frozenset("-`'\"?!&%#_^~" + _DOLLAR)
_SENTINELS = re.compile("[\ue000-\ue002]")


def from_latex(value: str, pages: bool = False) -> str:
    r"""A field's text as Unicode: "Mot{\"o}rhead --- 5\%" gives "Motörhead — 5%". Never raises.

    Args:
        value: as the file has it, without its delimiters.
        pages: leave "--" as it is, which is how entries write ranges of pages.
    """
    return _decoded(value, pages) if _HAS_TEX.search(value) else value


@lru_cache(maxsize=20000)
def _decoded(value: str, pages: bool) -> str:
    text = _Reader(value.replace("\\cyrchar", ""), pages).read()
    return _settle(text) if _SENTINELS.search(text) else text


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
        start = self.position
        self.position += 1
        parts: list[str] = []
        kept = False
        specials = 0
        while self.position < len(self.text) and self.text[self.position] != "}":
            unit, is_special, kept = self._unit(after_command=kept)
            specials += is_special
            parts.append(unit)
        if self.position >= len(self.text):
            # Never closed: an ordinary character, and what follows is read on as it stands.
            self.position = start + 1
            return "{"
        self.position += 1
        inner = "".join(parts)
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
        if match := _MATH.match(text, position):
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
        if name in MARK_OF_ACCENT and (accented := self._accented(name, match.end())):
            return accented, True, False
        if name in _VERBATIM_COMMANDS:
            return self._verbatim(match.end()), False, True
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
        if symbol not in _SAFE_SYMBOLS:
            self.position += 1
            return "{\\textbackslash}", False, False
        self.position += 2
        if symbol in _ACCENT_SYMBOLS and symbol and (accented := self._accented(symbol, start + 2)):
            return accented, True, False
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
        end = _group_end(self.text, position) if self.text[position : position + 1] == "{" else None
        self.position = end or position
        return self.text[start : self.position]

    def _ensured(self, position: int) -> str:
        end = _group_end(self.text, position) if self.text[position : position + 1] == "{" else None
        if end is None:
            return ""
        inner = self.text[position + 1 : end - 1]
        character = read_math().get(inner) or (read_commands().get(inner[1:], "") if inner[:1] == "\\" else "")
        if character:
            self.position = end
        return character


_DOTTED = {"ı": "i", "ȷ": "j"}


def _group_end(text: str, start: int) -> int | None:
    depth = 0
    for position in range(start, len(text)):
        depth += (text[position] == "{") - (text[position] == "}")
        if depth == 0:
            return position + 1
    return None


def _tidy_math(math: str, following: str) -> str:
    """Mathematics as entries hold it: $...$ without space at its edges, so that it is told from two prices."""
    inner = (math[2:-2] if math.startswith("\\(") else math[1:-1]).strip()
    if not inner:
        return math.replace("$", _DOLLAR) if math[0] == "$" else ""
    tidy = f"${inner}$"
    return f"{{{tidy}}}" if following.isdigit() and not _LOOKS_MATHEMATICAL.search(inner) else tidy


_LOOKS_MATHEMATICAL = re.compile(r"[\\^_{]")
_MATH_IN_ENTRY = re.compile(
    r"(?<!\\)\$((?:[^$\\\s]|\\.)(?:(?:[^$\\]|\\.)*(?:[^$\\\s]|\\.))?)\$(?P<digit>\d?)", re.DOTALL
)


def _is_math(match: re.Match[str]) -> bool:
    return not match["digit"] or bool(_LOOKS_MATHEMATICAL.search(match.group(1)))


def math_spans(value: str) -> list[tuple[int, int]]:
    """Where mathematics stands in an entry's value: "$x^2$", but not "$5 and $6"."""
    spans, position = [], 0
    while "$" in value and (match := _MATH_IN_ENTRY.search(value, position)):
        if _is_math(match):
            spans.append((match.start(), match.end() - len(match["digit"])))
            position = spans[-1][1]
        else:
            position = match.start() + 1
    return spans


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


def unmatched_braces(text: str) -> set[int]:
    """The places of the braces without a partner."""
    opened: list[int] = []
    alone: set[int] = set()
    for place, character in enumerate(text):
        if character == "{":
            opened.append(place)
        elif character == "}":
            if opened:
                opened.pop()
            else:
                alone.add(place)
    return alone | set(opened)


# --- writing -------------------------------------------------------------------------------------------------------

_NEEDS_WORK = re.compile(r"[^ -~]|[\\{}&%#_$~^]|--|``|''|[?!]`")
_PIECE = re.compile(r"\\(?:begin\{(?:itemize|enumerate|description|quote|quotation|center|verse|equation|align)\*?\}|[A-Za-z]+\*?|.|$)|[{}$]|[^\\{}$]+", re.DOTALL)
_RUN = re.compile(r"[-–—]+|[?!]?[`'‘’“”]+")
_SPECIAL = {ord("&"): r"\&", ord("%"): r"\%", ord("#"): r"\#", ord("_"): r"\_", ord("~"): "{\\textasciitilde}",
            ord("^"): "{\\textasciicircum}", 0xA0: "~"}  # fmt: skip
_RUN_COMMANDS = {"–": "{\\textendash}", "—": "{\\textemdash}", "“": "{\\textquotedblleft}",
                 "”": "{\\textquotedblright}", "‘": "{\\textquoteleft}", "’": "{\\textquoteright}"}  # fmt: skip
_RUN_ALONE = {"–": "--", "—": "---", "“": "``", "”": "''"}
_SAFE_SYMBOLS = frozenset("&%#_${} `'^~=.\",;:!/-@|>+<\\")
_ENDS_COMMAND = re.compile(r"\}$|\\(?:[A-Za-z]+\*?|[^A-Za-z])$", re.DOTALL)
_COMBINED = re.compile("[A-Za-z][\u0300-\u036f]+")


def to_latex(value: str, escape: bool, pages: bool = False) -> str:
    r"""An entry's text as TeX that prints it: "Müller & Söhne" gives "M{\"u}ller \& S{\"o}hne".

    Args:
        value: as entries hold it.
        escape: write every character above ASCII as a command; else only TeX's own signs are escaped.
        pages: "--" is a range of pages and stays.

    Commands that could do more than print (`\input`, `\write`, `\catcode`) come out as the words they are.
    """
    return _encoded(value, escape, pages) if _NEEDS_WORK.search(value) else value


@lru_cache(maxsize=20000)
def _encoded(value: str, escape: bool, pages: bool) -> str:
    parts: list[str] = []
    position = 0
    alone = unmatched_braces(value) if "{" in value or "}" in value else set()
    for start, end in math_spans(value):
        parts.append(_encode_text(value, position, start, alone, escape, pages))
        parts.append(_encode_math(value[start:end], alone, start, escape))
        position = end
    parts.append(_encode_text(value, position, len(value), alone, escape, pages))
    return "".join(parts)


def _encode_math(math: str, alone: set[int], start: int, escape: bool) -> str:
    dangerous = "^^" in math or any(is_dangerous(name) for name in re.findall(r"\\([A-Za-z]+)", math))
    if not dangerous and not any(start <= place < start + len(math) for place in alone):
        return math
    return "\\$" + _encode_text(math, 1, len(math) - 1, unmatched_braces(math), escape, False) + "\\$"


def _encode_text(value: str, start: int, end: int, alone: set[int], escape: bool, pages: bool) -> str:
    parts: list[str] = []
    while start < end and (match := _PIECE.match(value, start, end)):
        piece = match.group()
        after_verbatim = None
        if piece in ("\\{", "\\}") and start + 1 in alone:
            parts.append(_RUN_BRACES[piece[1]])
        elif piece[0] == "\\":
            after_verbatim = _verbatim_end(value, match, end)
            parts.append(value[start:after_verbatim] if after_verbatim else _safe_command(piece))
        elif piece == "$":
            parts.append("\\$")
        elif piece in "{}" and start not in alone:
            parts.append(piece)
        else:
            written = _RUN_BRACES.get(piece) or _encode_plain(piece, escape, pages)
            parts.append(_bare(written) if parts and _ENDS_COMMAND.search(parts[-1]) else written)
        start = after_verbatim or match.end()
    return "".join(parts)


_RUN_BRACES = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}


def _bare(written: str) -> str:
    r"""The text with its first command out of its braces, which would be an argument's here: "\'e" for "{\'e}"."""
    end = _group_end(written, 0) if written.startswith("{\\") else None
    if end is None:
        return written
    inner = written[1 : end - 1]
    return inner + ("{}" if _WORD_COMMAND.fullmatch(inner) else "") + written[end:]


def _verbatim_end(value: str, match: re.Match[str], end: int) -> int | None:
    r"""Where the argument of \url and its kin ends, None for other commands."""
    if match.group()[1:] not in _VERBATIM_COMMANDS or value[match.end() : match.end() + 1] != "{":
        return None
    group_end = _group_end(value[:end], match.end())
    inside = value[match.end() : group_end] if group_end else ""
    if not inside or "^^" in inside or any(is_dangerous(name) for name in re.findall(r"\\([A-Za-z]+)", inside)):
        return None
    return group_end


def _safe_command(command: str) -> str:
    """A command that may stand, or its words where it could do more than print."""
    if command.endswith("}"):
        return command
    name = command[1:].rstrip("*")
    if name.isascii() and name.isalpha():
        return f"{{\\textbackslash}}{name}" if is_dangerous(name) else command
    return command if name in _SAFE_SYMBOLS and name else "{\\textbackslash}" + name.translate(_SPECIAL)


def _encode_plain(text: str, escape: bool, pages: bool) -> str:
    if not pages:
        text = _RUN.sub(lambda match: _write_run(match.group(), escape), text)
    if not escape:
        return text.translate(_SPECIAL).replace(_HELD_TILDE, "~") if not text.isalnum() else text
    if _COMBINED.search(text):
        text = _COMBINED.sub(lambda match: _hold(accented_form(match.group()) or match.group()), text)
    text = text.translate(_SPECIAL).translate(_escapes())
    return text.translate(_RELEASE)


# Commands already written must not be escaped again: their signs wait as private characters.
_HELD = {"\\": "\ue010", "{": "\ue011", "}": "\ue012", "~": "\ue013", "^": "\ue014", "–": "\ue015"}
_HELD_TILDE = _HELD["~"]
_HOLD = str.maketrans(_HELD)
_RELEASE = {ord(held): sign for sign, held in _HELD.items()}


def _hold(text: str) -> str:
    return text.translate(_HOLD)


def _write_run(run: str, escape: bool) -> str:
    """Dashes and quotation marks that stand together, so that TeX makes no other sign of them."""
    if run[0] in "?!" and run[1] not in "`“":
        return run[0] + _write_run(run[1:], escape)
    if len(run) == 1:
        return _RUN_ALONE.get(run, run) if escape else run
    if not escape:
        return "{}".join(run) if run[0] in "-`'?!" or any(mark in "-`'" for mark in run) else run
    return "{}".join(run) if run.isascii() else "".join(_RUN_COMMANDS.get(mark, mark + "{}") for mark in run)


@lru_cache(maxsize=1)
def _escapes() -> dict[int, str]:
    return {code: form for code, form in written_forms().items() if code > 0xA0}
