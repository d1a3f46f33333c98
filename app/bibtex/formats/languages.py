"""A language as catalogues write it in, babel's name for it out, and the code that other programs want."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import load_words

_LOCALE = re.compile(r"([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)(?:\.[\w-]+)?(?:@\w+)?", re.IGNORECASE)
_DIVIDED = re.compile(r"\s*(?:[;,/|]|\band\b|\bund\b|\bet\b)\s*")


def language_fields(text: str) -> dict[str, str]:
    """What a language is in an entry: `langid` where babel knows it, else the words in `language`.

    Example: "en-US" gives langid american, "français" french, "frm" (which babel has no name for) language "frm";
    of "English; French" the first is the langid, and both are named.
    """
    text = " ".join(text.split())
    if not text:
        return {}
    if name := babel_name(text):
        return {"langid": name}
    parts = _DIVIDED.split(text)
    names = [babel_name(part) for part in parts]
    if len(names) > 1 and all(names):
        return {"langid": names[0], "language": " and ".join(names)}
    return {"language": text}


def babel_name(text: str) -> str:
    """Babel's name for a language by code or word, "" where it is not known: "pt-BR" is "brazilian", "fre" "french"."""
    word = text.strip().casefold()
    known = _names()
    if word in known:
        return known[word]
    locale = _LOCALE.fullmatch(word)
    if locale is None:
        return ""
    parts = locale[1].replace("_", "-").split("-")
    return next((name for end in range(len(parts), 0, -1) if (name := known.get("-".join(parts[:end])))), "")


def language_code(langid: str) -> str:
    """The code (BCP 47) for babel's name, the name itself where there is none: "american" is "en-US"."""
    words = load_words("languages")
    if langid in words["also"]:
        return str(words["also"][langid])
    codes = words["names"].get(langid, ())
    if not codes:
        return langid
    language, _, country = codes[0].partition("-")
    return f"{language}-{country.title() if len(country) > 2 else country.upper()}" if country else language


@cache
def _names() -> dict[str, str]:
    words = load_words("languages")
    names = {word.casefold(): name for name, codes in words["names"].items() for word in (name, *codes)}
    return {**{name.casefold(): name for name in words["also"]}, **names}
