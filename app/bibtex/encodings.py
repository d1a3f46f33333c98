"""A file's bytes in, its text and how it is encoded out, and exactly the same bytes back."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import pairwise

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"(?:encoding|coding|charset)[ \t]*[:=][ \t]*\"?([A-Za-z0-9_.-]{3,30})", re.IGNORECASE)
_JAVA_NAMES = {"macroman": "mac_roman", "x-macroman": "mac_roman", "sjis": "shift_jis", "ms932": "cp932"}
_CANDIDATES = (
    "cp1252", "mac_roman", "iso8859-2", "cp1250", "cp1251", "koi8-r", "cp1253", "cp1254",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
_HIGH_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f][\w¡-¿]*")
_SAMPLE = 400
# Bytes that are no character, and NUL, stand in the text as private-use characters: a database keeps those.
_ESCAPE_MARK = "+bytes"
_TO_PRIVATE = {0xDC00 + byte: 0xF700 + byte for byte in range(0x80, 0x100)} | {0: 0xF700}
_FROM_PRIVATE = {private: surrogate for surrogate, private in _TO_PRIVATE.items()}
_PRIVATE = re.compile("[\uf700-\uf7ff]")
NO_CHARACTER = re.compile("[\x00\uf700-\uf7ff]")
# What nobody types: control characters other than white space and the escapes of ISO 2022, and bytes that are none.
_UNTYPED = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufdd0-\ufdef\uf700-\uf7ff\ufffe\uffff]")
_PROBE = 65536
_BINARY_SHARE = 0.03
_FEW = 4


@dataclass(frozen=True, slots=True)
class FileHeader:
    """What a file's text does not say of its bytes.

    Attributes:
        encoding: a word for `encode`; Python's codec name, with a mark where single bytes are no characters.
        bom: whether a byte order mark stands first.
        newline: the line end most lines have, for text that is written anew.
    """

    encoding: str = "utf-8"
    bom: bool = False
    newline: str = "\n"


def decode(data: bytes) -> tuple[str, FileHeader]:
    """The text of a file and its header. Never raises; `encode(text, header)` gives the same bytes.

    Byte order mark first, then UTF-8, then what the file declares ("% Encoding: Cp1252"), then the encoding in which
    the words look most like words. Single wrong bytes in UTF-8 are kept as private-use characters (`NO_CHARACTER`).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data, data[len(mark) :], encoding, bom=True)
    if data.count(0) > len(data) // 5:
        return _checked(data, data, "utf-16-be" if data[:1] == b"\0" else "utf-16-le", bom=False)
    return _checked(data, data, _guess(data), bom=False)


def is_binary(data: bytes) -> bool:
    """Whether a file is a picture, a program or an archive and no text: by the share of what nobody types.

    The damaged files that people really have (a NUL, some bytes of another encoding) stay far below it.
    """
    sample = data[:_PROBE]
    text, _ = decode(sample)
    odd = len(_UNTYPED.findall(text))
    return odd > _FEW and odd > _BINARY_SHARE * len(text)


def encode(text: str, header: FileHeader) -> bytes:
    """The bytes of a text in its file's encoding.

    Raises:
        UnicodeEncodeError: a character the encoding does not have.
    """
    codec, escaped = header.encoding.removesuffix(_ESCAPE_MARK), header.encoding.endswith(_ESCAPE_MARK)
    mark = next((mark for mark, name in _BOMS if name == codec), b"") if header.bom else b""
    if escaped:
        return mark + text.translate(_FROM_PRIVATE).encode(codec, "surrogateescape")
    return mark + text.encode(codec)


def can_encode(text: str, header: FileHeader) -> bool:
    """Whether the file's encoding has every character of the text."""
    try:
        encode(text, header)
    except UnicodeEncodeError:
        return False
    return True


def _checked(data: bytes, body: bytes, codec: str, bom: bool) -> tuple[str, FileHeader]:
    """The text in this encoding if it goes back to the same bytes, else in Latin-1, which always does."""
    for name in (codec, codec + _ESCAPE_MARK):
        try:
            text = body.decode(codec, "surrogateescape" if name != codec else "strict")
            if name == codec and "\0" in text:
                continue
            if name != codec:
                if _PRIVATE.search(text):
                    continue
                text = text.translate(_TO_PRIVATE)
            header = FileHeader(name, bom, _newline(text))
            if encode(text, header) == data:
                return text, header
        except UnicodeError:
            continue
    text = data.decode("latin-1")
    if "\0" in text:
        return text.translate(_TO_PRIVATE), FileHeader("latin-1" + _ESCAPE_MARK, False, _newline(text))
    return text, FileHeader("latin-1", False, _newline(text))


def _newline(text: str) -> str:
    pairs, feeds, returns = text.count("\r\n"), text.count("\n"), text.count("\r")
    if pairs * 2 > feeds:
        return "\r\n"
    return "\r" if returns - pairs > feeds else "\n"


def _guess(data: bytes) -> str:
    if data.isascii() or _is_mostly_utf8(data):
        return "utf-8"
    declared = _declared(data)
    if declared and _decodes(data, declared):
        return declared
    best = max(_CANDIDATES, key=lambda codec: _likeness(data, codec))
    if best == "cp1252" and not any(0x80 <= byte < 0xA0 for byte in data):
        return "latin-1"
    return best


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether nearly all bytes above ASCII belong to UTF-8 sequences."""
    wrong = sum("\udc80" <= character <= "\udcff" for character in data.decode("utf-8", "surrogateescape"))
    high = sum(byte >= 0x80 for byte in data) if wrong else 0
    # One stray byte in an otherwise plain file is as likely Latin-1, and reads better so. 0xFE and 0xFF side
    # by side are a byte order mark that strayed in, and no word of any language.
    strays = 2 * (data.count(b"\xff\xfe") + data.count(b"\xfe\xff"))
    return wrong == 0 or wrong * 4 <= high or strays == wrong


def _declared(data: bytes) -> str:
    """The encoding named in the file's first or last lines, as a codec's name; "" if none is known."""
    for match in _DECLARED.finditer(data[:2000] + b"\n" + data[-2000:]):
        name = match.group(1).decode("ascii").lower()
        try:
            codec = codecs.lookup(_JAVA_NAMES.get(name, name))
        except LookupError:
            continue
        if codec.name.startswith("utf"):
            continue
        return codec.name
    return ""


def _decodes(data: bytes, codec: str) -> bool:
    try:
        return data.decode(codec).encode(codec) == data
    except UnicodeError:
        return False


def _likeness(data: bytes, codec: str) -> float:
    """How much the words with characters above ASCII look like words in this encoding."""
    try:
        text = data.decode(codec)
    except UnicodeError:
        return -1e9
    words = [match.group() for _, match in zip(range(_SAMPLE), _HIGH_WORD.finditer(text), strict=False)]
    score = sum(_word_score(word) for word in words) / max(1, len(words))
    strange = sum(not (character.isalpha() or character in _USUAL_SIGNS) for character in text if character > "\x7f")
    high = sum(character > "\x7f" for character in text)
    return score - 4.0 * strange / max(1, high) - 0.01 * _CANDIDATES.index(codec)


_USUAL_SIGNS = "–—‘’“”„«»…§©®°·•£€¿¡·´\u00a0（），。、《》：；“”"
_FREQUENT = frozenset("éèêëáàâäãåæçíìîïñóòôöõøúùûüýßœÉÀÁÖÜÄØÅÇÓÍšžčćđąęłńśźżřěůőűğışŠŽČŁ")


def _word_score(word: str) -> float:
    """1 for a likely word, less for mixed scripts, signs inside words and capitals after small letters."""
    high = [character for character in word if character > "\x7f"]
    plain = any("a" <= character.lower() <= "z" for character in word)
    latin = [character for character in high if character < "\u0250"]
    score = 1.0
    if latin and len(latin) < len(high):
        score -= 1.5
    if len(latin) == len(high):
        score += 0.3 * sum(character in _FREQUENT for character in high) / len(high)
        score -= 1.0 * (len(high) > 2 and len(high) * 2 > len(word))
        score -= 1.2 * sum(not character.isalpha() for character in high) / len(high)
    elif not latin:
        score -= 1.5 * plain
        score += 0.5 * all(_is_common_other(character) for character in high) - 0.5 * (len(high) == 1)
    small_then_capital = any(a.islower() and b.isupper() for a, b in pairwise(word))
    return score - 1.0 * small_then_capital


def _is_common_other(character: str) -> bool:
    """Whether the character is of a common script: Greek, Cyrillic, kana, Hangul, or in the first plane of Han."""
    return "\u0384" <= character <= "\u045f" or "\u3001" <= character <= "\u30ff" or _is_common_han(character)


def _is_common_han(character: str) -> bool:
    if "\uac00" <= character <= "\ud7a3":
        return True
    if not "\u4e00" <= character <= "\u9fff":
        return False
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeError:
        return False
