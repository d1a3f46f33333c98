"""Text in, the same text without case, accents, ligatures, quotes, dashes, braces and TeX out; to compare by."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from app.known_words import KnownWords

# Letters that Unicode does not take apart into a plain letter and a mark.
_LETTERS = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
    "ĸ": "k", "ŧ": "t", "ŀ": "l", "ſ": "s", "ə": "e", "ɂ": "", "ё": "е", "й": "и", "©": " ", "®": " ", "™": " ",
}  # fmt: skip
_APOSTROPHES = "'’‘ʼʻ`´ʹʺ′″‛ʾʿ\u00ad\u200b\u200c\u200d\ufeff"
_TEX_LETTERS = {"aa": "a", "ae": "ae", "oe": "oe", "o": "o", "l": "l", "ss": "ss", "i": "i", "j": "j", "dh": "d"}
_TEX_LETTERS |= {"dj": "d", "th": "th", "ng": "n"}
_TEX_LETTERS |= {name.upper(): plain for name, plain in _TEX_LETTERS.items()}
# Müller and Mueller, Søren and Soeren: the "e" of an umlaut that was written out.
_WRITTEN_OUT = re.compile(r"(?<=[aou])e")
# \"{o}, \'e, \c c, \v{s}: an accent and what it stands on.
_TEX_ACCENT = re.compile(r"""\\(?:["'`^~=.]|[cdbkruvHt](?![A-Za-z]))\s*""")
_TEX_LETTER = re.compile(r"\\(aa|ae|oe|ss|dh|dj|th|ng|AA|AE|OE|SS|DH|DJ|TH|NG|[oliLOj])(?![A-Za-z])\s*")
_TEX_COMMAND = re.compile(r"\\([A-Za-z]+)\*?\s*")
# A command takes the space behind it, but not over these.
_ENDS_TEX = re.compile(r"[}$][,.:;?!)]*\Z")
_MATHEMATICS = re.compile(r"\$[^$]*\$")
# A Greek letter that stands for itself, "interleukin-1β": it is as often spelt out. Greek words keep theirs.
_GREEK_NAMES = (
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
)  # fmt: skip
_GREEK_LETTERS = dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _GREEK_NAMES, strict=True))
_LONE_GREEK = re.compile(r"(?<![\u0370-\u03ff])[α-ω](?![\u0370-\u03ff])")
# "Ca<sup>2+</sup>", "H<sub>2</sub>O": what databases leave in titles.
_TAG = re.compile(r"</?[A-Za-z]{1,6}(?:\s[^<>]{0,40})?/?>")
# C, C++ and C# are three things.
_LANGUAGES = {"++": "plusplus", "#": "sharp"}
_LANGUAGE = re.compile(r"(?<=[A-Za-z])(\+\+|#)(?![A-Za-z])")
_NOT_WORD = re.compile(r"[\W_]+")
_ASCII = str.maketrans(
    {chr(c): " " for c in range(128) if not chr(c).isalnum()}
    | {chr(c): chr(c).lower() for c in range(65, 91)}
    | {"'": "", "`": ""}
)
_BEYOND = str.maketrans(_LETTERS | dict.fromkeys(_APOSTROPHES, ""))
# Scientific (not phonetic) letters for letters, so that the commonest Western spellings meet in `romanized`.
_CYRILLIC = str.maketrans(
    dict(zip("абвгґдезиіїјклмнопрстуфыэћђъь", "abvggdeziiiiklmnoprstufyecd", strict=False))
    | {"є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia"}
    | {"љ": "lj", "њ": "nj", "џ": "dz", "ъ": "", "ь": ""}
    | dict(zip("αβγδεζηικλμνξοπρσςτυω", "avgdeziiklmnxoprsstyo", strict=True))
    | {"θ": "th", "φ": "ph", "χ": "ch", "ψ": "ps"}
)
# One sound, many Western spellings: Chekhov, Tchekhov, Čechov; Novoe vremia, Novoye vremya, Novoje vremja.
_SPELLINGS = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"shch|stch|schtsch|sch|sh", "s"),
        (r"tsch|tch|ch|cz|ts|tz|c", "c"),
        (r"kh", "c"),
        (r"zh|z", "z"),
        (r"w", "v"),
        (r"ff\b|v\b", "v"),
        (r"(?:yi|iy|ij|ii|yy|y|j)", "i"),
        (r"i(?=[aeou])", ""),
        (r"i+", "i"),
        (r"ou|oo", "u"),
        (r"x", "ks"),
    )
]


class _PlainLetters(dict[int, str]):
    """What each character is when folded; worked out when it is first met, since most never are."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(code)).casefold().translate(_BEYOND)
        plain = _NOT_WORD.sub(" ", "".join(c for c in apart if not unicodedata.combining(c)))
        self[code] = plain
        return plain


_PLAIN = _PlainLetters()


def fold(text: str) -> str:
    r"""Letters and digits of any script in lower case, single spaces between words; for comparing and searching only.

    Accents, ligatures, braces, quotes, dashes, tags and simple TeX are gone: "{\"O}konomie -- the ``New'' {NATO}'s"
    and "Ökonomie – the “new” NATO’s" both give "okonomie the new natos". An apostrophe joins, every other sign
    separates.
    """
    if text.isascii() and "\\" not in text and "$" not in text:
        return _folded(text)
    if "<" not in text:
        # Words come again and again; a tag may go on over a space.
        words = _FOLDED.of(text)
        if None not in words:
            return " ".join(filter(None, words))
    return _folded(text)


def _folded_word(word: str) -> str | None:
    """The word folded, None where its TeX, or an "&" that may begin an entity, takes the words beside it to tell."""
    if "&" in word and word != "&":
        return None
    if ("\\" in word and not _ENDS_TEX.search(word)) or word.count("$") not in (0, 2):
        return None
    return _folded(word)


_FOLDED = KnownWords(_folded_word)


def _folded(text: str) -> str:
    if "\\" in text or "$" in text:
        text = _without_tex(text)
    if "+" in text or "#" in text:
        text = _LANGUAGE.sub(lambda match: _LANGUAGES[match[1]], text)
    if "&" in text and ";" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "{" in text or "}" in text:
        text = text.replace("{", "").replace("}", "")
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    text = text.translate(_PLAIN)
    if _LONE_GREEK.search(text):
        text = _LONE_GREEK.sub(lambda match: _GREEK_LETTERS.get(match[0], match[0]), text)
    return " ".join(text.split())


def romanized(folded: str) -> str:
    """A folded text with Cyrillic and Greek in Latin letters: "чехов" gives "chekhov"."""
    return folded if folded.isascii() else folded.translate(_CYRILLIC)


@lru_cache(maxsize=1 << 16)
def sounding(folded: str) -> str:
    """A folded name or title with the ways of transliterating it made alike: Chekhov, Tchekhov, чехов are one.

    Only to find and to weigh look-alikes: different names may meet here too.
    """
    text = romanized(folded)
    for pattern, plain in _SPELLINGS:
        text = pattern.sub(plain, text)
    return text


def without_umlauts(folded: str) -> str:
    """A folded name or title with umlauts that were written out as if they were not: "mueller" gives "muller"."""
    return _WRITTEN_OUT.sub("", folded)


def _without_tex(text: str) -> str:
    text = _TEX_LETTER.sub(lambda match: _TEX_LETTERS[match[1]], text)
    text = _TEX_ACCENT.sub("", text)
    text = _MATHEMATICS.sub(lambda match: match[0].replace("_", "").replace("^", ""), text)
    text = _TEX_COMMAND.sub(lambda match: match[1] if _is_word(match[1]) else " ", text)
    return text.replace("\\", "").replace("$", "")


def _is_word(command: str) -> bool:
    r"""Whether a TeX command stands for a word: \alpha, \TeX and \METAFONT do, \emph and \textit do not."""
    return command.lower() in _GREEK_NAMES or (len(command) > 1 and not command.islower())
