"""Text in any of Europe's scripts in, plain Latin letters out, case kept: what a key may consist of."""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "dj", "ѓ": "g", "е": "e", "ё": "yo", "є": "ye",
    "ж": "zh", "з": "z", "ѕ": "dz", "и": "i", "і": "i", "ї": "yi", "й": "y", "ј": "j", "к": "k", "л": "l", "љ": "lj",
    "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "ќ": "k", "у": "u",
    "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "џ": "dz", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "ѣ": "e", "э": "e", "ю": "yu", "я": "ya", "ѳ": "f", "ѵ": "i",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "ng", "ħ": "h",
    "ĳ": "ij", "ſ": "s", "ŧ": "t", "ə": "e", "ƒ": "f",
}  # fmt: skip
_SMALL = _CYRILLIC | _GREEK | _LATIN
_TABLE = {ord(letter): plain for letter, plain in _SMALL.items()}
_TABLE |= {ord(letter.upper()): plain.capitalize() for letter, plain in _SMALL.items() if len(letter.upper()) == 1}
_MATH_OR_COMMAND = re.compile(r"\$[^$]*\$|\\[A-Za-z]+\*?|\\.")


def plain_letters(text: str) -> str:
    """The text in ASCII: "Müller" is "Muller", "Чехов" "Chekhov"; signs stay, other scripts' letters stay too."""
    if text.isascii():
        return text
    text = text.translate(_TABLE)
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return text.translate(_TABLE)


def without_tex(text: str) -> str:
    """The text without braces, commands and mathematics."""
    if "\\" in text or "$" in text:
        text = _MATH_OR_COMMAND.sub("", text)
    return text.replace("{", "").replace("}", "")
