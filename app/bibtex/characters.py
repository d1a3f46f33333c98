r"""Which Unicode character is which TeX command, both ways: the tables behind app.bibtex.latex.

Accented letters are taken apart by Unicode's own decompositions; symbols come from pylatexenc's tables (MIT licence);
Greek is written as mathematics, since that needs no other font encoding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import cast

from app.wordlists import load_words

# Combining marks and the accent commands of LaTeX's T1, T5 and textcomp encodings.
ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "G": "\u030f", "newtie": "\u0311",
    "horn": "\u031b", "d": "\u0323", "textcommabelow": "\u0326", "c": "\u0327", "k": "\u0328", "b": "\u0331",
    "textsubring": "\u0325", "textsubtilde": "\u0330", "textsubcircum": "\u032d", "textsubbreve": "\u032e",
}  # fmt: skip
_OTHER_ACCENTS = {"textcommaabove": "\u0313", "C": "\u030f", "f": "\u0311", "U": "\u030e", "cb": "\u0326"}
ACCENT_OF_MARK = {mark: command for command, mark in ACCENTS.items()}
MARK_OF_ACCENT = ACCENTS | _OTHER_ACCENTS

_LETTERS = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "å": "aa", "Å": "AA",
    "ı": "i", "ȷ": "j", "đ": "dj", "Đ": "DJ", "ð": "dh", "Ð": "DH", "þ": "th", "Þ": "TH", "ŋ": "ng", "Ŋ": "NG",
    "ẞ": "SS", "ĳ": "ij", "Ĳ": "IJ", "ſ": "textlongs",
}  # fmt: skip
_SIGNS = {
    "§": "textsection", "¶": "textparagraph", "…": "textellipsis", "†": "textdagger", "‡": "textdaggerdbl",
    "°": "textdegree", "€": "texteuro", "£": "textsterling", "„": "quotedblbase", "‚": "quotesinglbase",
    "«": "guillemotleft", "»": "guillemotright", "‹": "guilsinglleft", "›": "guilsinglright", "©": "textcopyright",
    "®": "textregistered", "™": "texttrademark", "·": "textperiodcentered", "•": "textbullet", "µ": "textmu",
    "×": "texttimes", "÷": "textdiv", "‘": "textquoteleft", "’": "textquoteright", "№": "textnumero",
    "¿": "textquestiondown", "¡": "textexclamdown", "¤": "textcurrency", "¢": "textcent", "¥": "textyen",
    "ª": "textordfeminine", "º": "textordmasculine", "¬": "textlnot", "±": "textpm", "¹": "textonesuperior",
    "²": "texttwosuperior", "³": "textthreesuperior", "¼": "textonequarter", "½": "textonehalf",
    "¾": "textthreequarters", "¦": "textbrokenbar", "¨": "textasciidieresis", "¯": "textasciimacron",
    "´": "textasciiacute", "\u02c7": "textasciicaron", "\u02d8": "textasciibreve", "\u2044": "textfractionsolidus",
    "\u2030": "textperthousand", "\u2031": "textpertenthousand", "\u203b": "textreferencemark", "\u2016": "textbardbl",
    "\u20a3": "textfranc", "\u20a4": "textlira", "\u20a9": "textwon", "\u20ab": "textdong", "\u0192": "textflorin",
    "\u2126": "textohm", "\u212e": "textestimated", "\u2190": "textleftarrow", "\u2191": "textuparrow",
    "\u2192": "textrightarrow", "\u2193": "textdownarrow", "\u25e6": "textopenbullet", "\u266a": "textmusicalnote",
    "\u2423": "textvisiblespace", "\u2009": "thinspace",
}  # fmt: skip
_GREEK_NAMES = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "ς": "varsigma",
    "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "varphi", "χ": "chi", "ψ": "psi", "ω": "omega", "ϵ": "epsilon",
    "ϑ": "vartheta", "ϖ": "varpi", "ϱ": "varrho", "ϕ": "phi", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda",
    "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
}  # fmt: skip
# Greek capitals (and omicron) that look Latin have no command of their own: the Latin letter, upright or italic.
_GREEK_LIKE_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧ", "ABEZHIKMNOPTX", strict=True))
_GREEK_MARKS = {"\u0301": "acute", "\u0308": "ddot", "\u0300": "grave", "\u0342": "tilde", "\u0304": "bar",
                "\u0306": "breve", "\u0313": "mathring", "\u0314": "check", "\u0345": "underline"}  # fmt: skip
_BEHIND_GREEK = 0x400
# Vietnamese and transliterations pile up three at most.
_MOST_MARKS = 4
_COMMAND_ONLY = re.compile(r"\\([A-Za-z]+)(?:\{\})?")
_MATH_ONLY = re.compile(r"\\ensuremath\{\\([A-Za-z]+)\}")

# Commands people write for what has a character, beside those that are written here.
_ALSO_READ = {
    "S": "§", "P": "¶", "ldots": "…", "dots": "…", "textellipsis": "…", "dag": "†", "ddag": "‡", "copyright": "©",
    "pounds": "£", "euro": "€", "EUR": "€", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textbar": "|", "textless": "<", "textgreater": ">", "lq": "‘", "rq": "’", "glqq": "„", "grqq": "“", "glq": "‚",
    "grq": "‘", "flqq": "«", "frqq": "»", "textendash": "–", "textemdash": "—", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotedbl": '"', "textquotesingle": "'", "textcent": "¢", "slash": "/",
    "textnonbreakinghyphen": "\u2011", "textsinglequote": "'", "aas": "å", "textbullet": "•", "textdegree": "°",
    "degree": "°", "nobreakspace": "\u00a0", "Ayn": "\u02bf", "Alif": "\u02be", "textmalteseH": "Ħ", "textTstroke": "Ŧ",
    "texttstroke": "ŧ", "textkra": "ĸ", "textopeno": "ɔ", "textipagamma": "ɣ", "textesh": "ʃ", "textyogh": "ʒ",
    "hyphen": "\u2010", "nbhyphen": "\u2011", "textfiguredash": "\u2012",
    "texthorizontalbar": "\u2015", "textinterrobang": "\u203d", "textreferencemark": "※",
    "guillemetleft": "«", "guillemetright": "»", "cprime": "\u02b9", "textcrh": "ħ", "cdprime": "\u02ba",
    "nobreakdash": "\u2011", "textasteriskcentered": "*", "textordfeminine": "ª", "textmusicalnote": "♪",
    "textprime": "′", "textdoubleprime": "″",
}  # fmt: skip
# What stays a command: it has an argument, a look of its own, or means something else outside mathematics.
_KEPT = {
    "today", "backslash", "textbackslash", "ensuremath", "sqrt", "LaTeX", "TeX", "LaTeXe", "BibTeX", "item", "relax",
    "input", "include", "title", "author", "date", "maketitle", "not", "textbraceleft", "textbraceright", "lbrace",
    "rbrace", "in", "to", "mod", "bmod", "quad", "qquad", "par", "newline", "linebreak", "and", "protect", "sum", "int",
    "textdollar", "mathdollar",
}  # fmt: skip


@cache
def written_forms() -> dict[int, str]:
    r"""For `str.translate`: every character above ASCII that TeX can say, and its command in braces ("é": "{\'e}")."""
    forms = _forms_from_pylatexenc()
    forms.update(_greek())
    forms.update({sign: f"{{\\{name}}}" for sign, name in (_LETTERS | _SIGNS).items()})
    for code in (*range(0xC0, 0x250), *range(0x400, 0x530), *range(0x1E00, 0x1F00)):
        character = chr(code)
        if character not in _LETTERS and (form := accented_form(character, forms)) and character not in forms:
            forms[character] = form
    forms["\u00a0"] = "~"
    return {ord(character): form for character, form in forms.items() if len(character) == 1}


def accented_form(character: str, forms: Mapping[str, str]) -> str:
    r"""A letter with its accents as commands, "ấ" as "{\'{\^a}}"; "" where TeX has no such accent.

    Args:
        character: one letter, or a letter and the marks that follow it.
        forms: how letters beyond ASCII are written; Greek ones, which are mathematics, bear none of these accents.
    """
    letter, *marks = list(unicodedata.normalize("NFD", character))
    form = letter if letter.isascii() and letter.isalpha() else forms.get(letter, "")
    is_bearer = form and letter.isalpha() and not form.startswith("\\ensuremath")
    if not is_bearer or not 0 < len(marks) <= _MOST_MARKS:
        return ""
    for mark in marks:
        command = ACCENT_OF_MARK.get(mark)
        if command is None:
            return ""
        form = _with_accent(command, form)
    return form


def _with_accent(command: str, letter: str) -> str:
    separator = " " if command.isalpha() and not letter.startswith("{") else ""
    return f"{{\\{command}{separator}{letter}}}"


def _greek() -> dict[str, str]:
    base = {letter: f"\\{name}" for letter, name in _GREEK_NAMES.items()}
    base |= {letter: f"\\mathrm{{{latin}}}" for letter, latin in _GREEK_LIKE_LATIN.items()}
    base |= {"ο": "o", "ħ": "\\hbar", "♭": "\\flat", "♮": "\\natural", "♯": "\\sharp"}
    forms = dict(base)
    for code in (*range(0x386, 0x3D0), *range(0x1F00, 0x2000)):
        letter, *marks = list(unicodedata.normalize("NFD", chr(code)))
        if marks and letter in base and all(mark in _GREEK_MARKS for mark in marks):
            form = base[letter]
            for mark in marks:
                form = f"\\{_GREEK_MARKS[mark]}{{{form}}}"
            if unicodedata.normalize("NFC", chr(code)) == chr(code):
                forms[chr(code)] = form
    return {letter: f"\\ensuremath{{{form}}}" for letter, form in forms.items()}


def _forms_from_pylatexenc() -> dict[str, str]:
    """The symbols whose form is a single command, in text or in mathematics."""
    from pylatexenc.latexencode._uni2latexmap import uni2latex

    forms: dict[str, str] = {}
    taken = {f"\\ensuremath{{{form}}}" for form in ("\\hbar",)}
    # Commands of mathematics and accents, which the table has as if they were letters, and names that are no commands.
    unknown = {
        "flat",
        "natural",
        "sharp",
        *load_words("tex_letters")["symbols"]["no_commands"],
        *MARK_OF_ACCENT,
        *_GREEK_NAMES.values(),
    }
    for code, form in uni2latex.items():
        command = _COMMAND_ONLY.fullmatch(form)
        if code < 0x80 or form in taken or not (command or _MATH_ONLY.fullmatch(form)):
            continue
        if command and (command.group(1) in _KEPT or command.group(1) in _ALSO_READ):
            continue
        if (command or cast("re.Match[str]", _MATH_ONLY.fullmatch(form))).group(1) in unknown and (
            command or code >= _BEHIND_GREEK
        ):
            continue
        taken.add(form)
        forms[chr(code)] = f"{{\\{command.group(1)}}}" if command else form
    return forms


@cache
def read_commands() -> dict[str, str]:
    r"""The character that a command without an argument stands for: "ss" is "ß", "alpha" "α"."""
    from pylatexenc import latex2text

    read: dict[str, str] = {}
    database = latex2text.get_default_latex_context_db()
    for category in database.category_list:
        for name, specification in database.d[category]["macros"].items():
            character = specification.simplify_repl
            if isinstance(character, str) and len(character) == 1 and ord(character) > 0x7F and name.isalpha():
                read[name] = character
    for code, form in written_forms().items():
        if (match := _COMMAND_ONLY.fullmatch(form.strip("{}"))) or (
            (match := _MATH_ONLY.fullmatch(form)) and match.group(1) not in read
        ):
            read[match.group(1)] = chr(code)
    for letter, name in _GREEK_NAMES.items():
        read.setdefault(f"text{name}", letter)
    read.update({name: character for name, character in _ALSO_READ.items() if character})
    return {name: character for name, character in read.items() if name not in _KEPT}


@cache
def read_math() -> dict[str, str]:
    r"""What stands in \ensuremath{...} for one character."""
    prefix, forms = "\\ensuremath{", written_forms()
    return {form[len(prefix) : -1]: chr(code) for code, form in forms.items() if form.startswith(prefix)}
