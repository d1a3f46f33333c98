"""A file's bytes in, its text out: Unicode by its marks, else the one-byte encoding that reads most like language."""

from __future__ import annotations

import codecs
import re

from app.errors import UserError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEWLINES = re.compile("\r\n?|\x0b|\x85|\u2028|\u2029")
# What no printed page holds: control characters other than tab, line feed and form feed.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BINARY_SHARE = 0.02
_FEW = 4
_PROBE = 65536


def decode(content: bytes, declared: str = "") -> str:
    """The text of a file, its line ends made alike and what cannot be seen taken out.

    A byte order mark decides, then UTF-8 where the bytes allow it, then the encoding the file declares, then the
    likeliest of Windows-1252, Mac Roman and those charset-normalizer names.

    Raises:
        UserError: the bytes are no text.
    """
    text = _decoded(content, declared)
    if _is_binary(text):
        raise UserError(
            "This is not a text file",
            "The file holds no readable text.",
            "Open the article's page as a web page, a Word or PDF file, or paste its text.",
        )
    return tidy(text)


def tidy(text: str) -> str:
    """The text with line feeds for all line ends, without control and invisible characters."""
    text = _INVISIBLE.sub("", _NEWLINES.sub("\n", text))
    return _CONTROLS.sub(" ", text)


def _decoded(content: bytes, declared: str) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if wide := _wide_encoding(content[:_PROBE]):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A copy cut off in the middle of a letter, or with one bad byte, is still UTF-8.
        if _is_mostly_utf8(content, error.start):
            return content.decode("utf-8", errors="replace")
    if declared and (text := _try(content, declared)) is not None:
        return text
    return _one_byte(content)


def _wide_encoding(content: bytes) -> str:
    """UTF-16 without a mark: every second byte of Western text is zero."""
    if len(content) < 4:
        return ""
    even, odd = content[0::2].count(0) / (len(content) / 2), content[1::2].count(0) / (len(content) / 2)
    if odd > 0.4 > 0.05 > even:
        return "utf-16-le"
    if even > 0.4 > 0.05 > odd:
        return "utf-16-be"
    return ""


def _is_mostly_utf8(content: bytes, first_bad: int) -> bool:
    text = content.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text[: _PROBE * 4] if ord(c) > 127 and c != "\ufffd")
    return first_bad >= len(content) - 3 or (good > 0 and bad * 10 <= good)


def _try(content: bytes, encoding: str) -> str | None:
    encoding = {
        "iso-8859-1": "cp1252",
        "latin-1": "cp1252",
        "latin1": "cp1252",
        "us-ascii": "cp1252",
        "ascii": "cp1252",
    }.get(encoding.strip().lower(), encoding.strip())
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return content.decode("cp1252", errors="replace") if encoding == "cp1252" else None


def _one_byte(content: bytes) -> str:
    """The likeliest one-byte reading: letters inside words and quotes around them speak for it, odd signs against."""
    tries = [("cp1252", content.decode("cp1252", errors="replace")), ("mac_roman", content.decode("mac_roman"))]
    best = max(tries, key=lambda reading: _likeliness(reading[1]))
    if _likeliness(best[1]) >= 0 or len(content) > _PROBE * 16:
        return best[1]
    from charset_normalizer import from_bytes  # late: slow to load, and hardly ever wanted

    found = from_bytes(content[:_PROBE]).best()
    other = _try(content, found.encoding) if found else None
    return other if other is not None and _likeliness(other) > _likeliness(best[1]) else best[1]


_LIKELY = re.compile(
    "(?<=[a-z])[à-öø-ÿœžšß]|[À-ÖØ-ÞŒŽŠ](?=[a-z])|[à-öø-ÿœ](?=[a-z])|(?<=[A-Za-z])’(?=[a-z])|(?<=\\d)[–-](?=\\d)"
)
_QUOTES = re.compile(
    "(?<![^\\s(\\[])[‘“«»„](?=\\S)|(?<=\\S)[’”»«](?![^\\W\\d])|(?<=\\w)—(?=\\w)|(?<=\\s)[–—§©](?=\\s?[\\w])|\u2026|\u00a0"
)
_UNLIKELY = re.compile(
    "(?<=[a-z])[À-ÖØ-ÞŠŽŒ](?=[a-z])|[À-ÖØ-öø-ÿ]{4,}|[\ufffd\x80-\x9f¦¬¯¨´¸¹²³¼½¾×÷ƒˆ˜‰†‡¤¥∂∑∏π∫Ω√≈∆◊ıˇ˘˙˚˝˛]|(?<=[a-z])[¡¿¢£¶•ªº°](?=[a-z])"
)


def _likeliness(text: str) -> int:
    sample = text[: _PROBE * 4]
    return len(_LIKELY.findall(sample)) + 2 * len(_QUOTES.findall(sample)) - 3 * len(_UNLIKELY.findall(sample))


def _is_binary(text: str) -> bool:
    sample = text[:_PROBE]
    odd = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    share = odd / len(sample) if sample else 0.0
    return share > _BINARY_SHARE and (odd > _FEW or share > 0.3)
