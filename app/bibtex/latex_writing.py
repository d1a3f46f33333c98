r"""The text of a field in Unicode in, as TeX that prints it out, and nothing else it could do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import cast

from app.bibtex.characters import accented_form, written_forms
from app.bibtex.danger import ENVIRONMENT, is_dangerous, is_harmless, without_lone_environments
from app.bibtex.misplaced import can_stand, is_sound_math
from app.bibtex.numbered import numbered_form
from app.bibtex.tex_signs import (
    BARE_SIGN,
    CONTROL,
    SAFE_SYMBOLS,
    VERBATIM_COMMANDS,
    group_end,
    is_whole,
    math_spans,
    unmatched_braces,
)
from app.known_words import KnownWords

_NEEDS_WORK = re.compile(r"[^ \"()*+,./0-9:;<=>@A-Z\[\]a-z|](?:(?<![-'`?!])|(?<=-)-|(?<=`)`|(?<=')'|(?<=[?!])`)")
_NEEDS_WORK_IN_PAGES = re.compile(r"[^ !\"'()*+,./0-9:;<=>?@A-Z\[\]`a-z|-]")
_PIECE = re.compile(
    rf"\\(?:{ENVIRONMENT}|[A-Za-z]+\*?|.|$)|\$|[^\\$]+",
    re.DOTALL,
)
_BRACE_OR_TEXT = re.compile(r"[{}]|[^{}]+")
_WORD_COMMAND = re.compile(r"\\[A-Za-z]+")
_SPECIAL = {"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "~": "{\\textasciitilde}", "^": "{\\textasciicircum}",
            "\u00a0": "~"}  # fmt: skip
_RUN_COMMANDS = {"–": "{\\textendash}", "—": "{\\textemdash}", "“": "{\\textquotedblleft}",
                 "”": "{\\textquotedblright}", "‘": "{\\textquoteleft}", "’": "{\\textquoteright}"}  # fmt: skip
_RUN_ALONE = {"–": "--", "—": "---", "“": "``", "”": "''"}
_ASCII_SIGN = re.compile(r"[&%#_~^]|--|``|''|[?!]`")
_MARK = re.compile("[\u0300-\u036f]")
_LONE_BRACES = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}
_RUNS = r"[-–—]{2,}|[–—]|[?!]?[`'‘’“”]{2,}|[?!][`“]|[‘’“”]"


def to_latex(value: str, escape: bool, pages: bool = False) -> str:
    r"""An entry's text as TeX that prints it: "Müller & Söhne" gives "M{\"u}ller \& S{\"o}hne".

    Args:
        value: as entries hold it.
        escape: write every character above ASCII as a command; else only TeX's own signs are escaped.
        pages: "--" is a range of pages and stays.

    Commands that could do more than print (`\input`, `\write`, `\catcode`) come out as the words they are.
    """
    if not (_NEEDS_WORK_IN_PAGES if pages else _NEEDS_WORK).search(value):
        return value
    # TeX takes no such signs, and nobody means any.
    value = CONTROL.sub("", value)
    if pages:
        return _encoded(value, escape, pages)
    # Words come again and again, and most mean the same wherever they stand.
    words = (_ESCAPED if escape else _UNESCAPED).of(value)
    return _encoded(value, escape, pages) if None in words else " ".join(cast("list[str]", words))


def without_command(value: str) -> str:
    """The characters of a value that TeX has no command for, which only Unicode engines print."""
    if value.isascii():
        return ""
    forms = written_forms()
    return "".join(
        character for character in dict.fromkeys(value) if ord(character) > 0x7F and not _is_said(character, forms)
    )


def _is_said(character: str, forms: dict[int, str]) -> bool:
    return ord(character) in forms or character in _RUN_COMMANDS or unicodedata.combining(character) > 0


def _encoded_word(word: str, escape: bool) -> str | None:
    """The word in TeX, None where that takes the words beside it to tell."""
    if not _NEEDS_WORK.search(word):
        return word
    return _encoded(word, escape, pages=False) if is_whole(word) else None


_ESCAPED = KnownWords(partial(_encoded_word, escape=True))
_UNESCAPED = KnownWords(partial(_encoded_word, escape=False))


def _encoded(value: str, escape: bool, pages: bool) -> str:
    if "\\begin{" in value or "\\end{" in value:
        value = without_lone_environments(value)
    alone = unmatched_braces(value) if "{" in value or "}" in value else set()
    if not alone and "\\" not in value and "$" not in value:
        return _signs(escape, pages)(value)
    parts: list[str] = []
    position = 0
    for start, end in math_spans(value):
        parts.append(_encode_text(value, position, start, alone, escape, pages))
        parts.append(_encode_math(value[start:end], alone, start, escape))
        position = end
    parts.append(_encode_text(value, position, len(value), alone, escape, pages))
    return "".join(parts)


def _encode_math(math: str, alone: set[int], start: int, escape: bool) -> str:
    is_right = is_harmless(math) and is_sound_math(math)
    if is_right and not any(start <= place < start + len(math) for place in alone):
        # A bare "%" would end the line, and with it the field's argument.
        return BARE_SIGN.sub(r"\\\g<0>", math)
    return "\\$" + _encode_text(math, 1, len(math) - 1, unmatched_braces(math), escape, False) + "\\$"


def _encode_text(value: str, start: int, end: int, alone: set[int], escape: bool, pages: bool) -> str:
    parts: list[str] = []
    write = _signs(escape, pages)
    while start < end and (match := _PIECE.match(value, start, end)):
        piece = match.group()
        after_verbatim = None
        if piece in ("\\{", "\\}") and start + 1 in alone:
            parts.append(_LONE_BRACES[piece[1]])
        elif piece[0] == "\\":
            after_verbatim = _verbatim_end(value, match, end)
            parts.append(value[start:after_verbatim] if after_verbatim else _safe_command(match, write))
        elif piece == "$":
            parts.append("\\$")
        else:
            written = _with_lone_braces(piece, start, alone, write) if alone else write(piece)
            follows = parts and (piece[0] != "{" or start in alone) and (parts[-1][0] == "\\" or parts[-1][-1] == "}")
            parts.append(_bare(written) if follows else written)
        start = after_verbatim or match.end()
    return "".join(parts)


def _with_lone_braces(text: str, start: int, alone: set[int], write: Callable[[str], str]) -> str:
    """The text written, braces without a partner as commands."""
    parts: list[str] = []
    for match in _BRACE_OR_TEXT.finditer(text):
        piece = match.group()
        written = piece
        if piece not in _LONE_BRACES:
            written = write(piece)
        elif start + match.start() in alone:
            written = _LONE_BRACES[piece]
        parts.append(_bare(written) if parts and written != "{" and parts[-1].endswith("}") else written)
    return "".join(parts)


def _bare(written: str) -> str:
    r"""The text with its first command out of its braces, which would be an argument's here: "\'e" for "{\'e}"."""
    end = group_end(written, 0) if written.startswith("{\\") else None
    if end is None:
        return written
    inner = written[1 : end - 1]
    return inner + ("{}" if _WORD_COMMAND.fullmatch(inner) else "") + written[end:]


def _verbatim_end(value: str, match: re.Match[str], end: int) -> int | None:
    r"""Where the argument of \url and its kin ends, None for other commands."""
    if match.group()[1:] not in VERBATIM_COMMANDS or value[match.end() : match.end() + 1] != "{":
        return None
    closed = group_end(value[:end], match.end())
    inside = value[match.end() : closed] if closed else ""
    if not inside or not is_harmless(inside) or not can_stand(match.group()[1:], value, match.end()):
        return None
    return closed


def _safe_command(match: re.Match[str], write: Callable[[str], str]) -> str:
    """A command that may stand, or its words where it could do more than print, or would stop TeX."""
    command = match.group()
    name = command[1:].rstrip("*")
    if name.endswith("}") and len(name) > 1:
        return command
    if name.isascii() and name.isalpha():
        may_stay = not is_dangerous(name) and can_stand(name, match.string, match.start() + len(name) + 1)
        return command if may_stay else f"{{\\textbackslash}}{name}"
    is_safe = name and name in SAFE_SYMBOLS and name != "@" and can_stand(name, match.string, match.end())
    if name == "\\" and not is_safe:
        return "{\\textbackslash}{\\textbackslash}"
    return command if is_safe else "{\\textbackslash}" + _bare(write(name))


@cache
def _signs(escape: bool, pages: bool) -> Callable[[str], str]:
    """What writes text without commands: all its signs in one pass, in the four ways there are."""
    forms = {chr(code): form for code, form in written_forms().items()} if escape else {}
    forms = {**forms, **(_RUN_COMMANDS if escape else {}), **_SPECIAL}
    kinds = [*([] if pages else [_RUNS]), r"[&%#_~^\x80-\U0010ffff]" if escape else "[&%#_~^\u00a0]"]
    plain = re.compile("|".join(kinds))
    # A mark that Unicode has no whole letter for is beyond pdflatex, and many fonts, without its command.
    marked = re.compile("|".join([r"[^\W\d_][\u0300-\u036f]+", *kinds]))

    def write_sign(match: re.Match[str]) -> str:
        sign = match.group()
        if len(sign) == 1 and (pages or sign not in _RUN_COMMANDS):
            form = forms.get(sign) or (_without_form(sign, forms) if escape else "") or sign
        elif sign[0].isalpha():
            form = _marked_form(sign, forms, escape)
        else:
            form = _write_run(sign, escape)
        start = match.start()
        return _bare(form) if start and match.string[start - 1] == "}" else form

    def write(text: str) -> str:
        if text.isascii() and not _ASCII_SIGN.search(text):
            return text
        return (marked if _MARK.search(text) else plain).sub(write_sign, text)

    return write


def _without_form(sign: str, forms: Mapping[str, str]) -> str:
    """A character that has no command: by its number, or as the other one that Unicode holds for the same."""
    same = unicodedata.normalize("NFC", sign)
    if same == sign or len(same) > 1:
        return numbered_form(sign)
    return forms.get(same) or numbered_form(same) or (same if same.isalnum() or same == ";" else numbered_form(sign))


def _marked_form(letters: str, forms: Mapping[str, str], escape: bool) -> str:
    """A letter with marks that Unicode has no one character for."""
    base = unicodedata.normalize("NFD", letters)[0]
    numbered = {base: numbered_form(base)} if escape and not base.isascii() and base not in forms else {}
    whole = accented_form(letters, {**forms, **numbered} if numbered else forms)
    if whole or not escape:
        return whole or letters
    return "".join(forms.get(part) or numbered_form(part) or part for part in unicodedata.normalize("NFC", letters))


def _write_run(run: str, escape: bool) -> str:
    """Dashes and quotation marks that stand together, so that TeX makes no other sign of them."""
    if run[0] in "?!" and run[1] not in "`“":
        return run[0] + _write_run(run[1:], escape)
    if len(run) == 1:
        return _RUN_ALONE.get(run, _RUN_COMMANDS.get(run, run)) if escape else run
    if not escape:
        return "{}".join(run) if any(mark in "-`'" for mark in run) else run
    return "{}".join(run) if run.isascii() else "".join(_RUN_COMMANDS.get(mark, mark + "{}") for mark in run)
