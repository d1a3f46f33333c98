r"""Text as reference managers keep it, HTML's marks in it, in, an entry's value out; and notes in HTML, as paragraphs.

What they hold is text and no TeX: a backslash, a brace and a tag that they do not know print as they are. Mathematics
between dollars is what arXiv and its like deliver, and stays mathematics.
"""

from __future__ import annotations

import re
from html import unescape

from app.bibtex.latex import from_latex, math_spans, unmatched_braces

_TAG = re.compile(
    r"<(?P<tag>i|em|b|strong|sup|sub|sc|u|tt|code|q|pre)>(?P<text>(?:(?!<(?P=tag)\b).)*?)</(?P=tag)>"
    r"|<span(?P<style>[^<>]*)>(?P<span>(?:(?!<span\b).)*?)</span>",
    re.IGNORECASE | re.DOTALL,
)
_COMMANDS = {
    "i": "\\emph{%s}", "em": "\\emph{%s}", "b": "\\textbf{%s}", "strong": "\\textbf{%s}",
    "sup": "\\textsuperscript{%s}", "sub": "\\textsubscript{%s}", "sc": "\\textsc{%s}", "u": "\\underline{%s}",
    "tt": "\\texttt{%s}", "code": "\\texttt{%s}", "q": "“%s”",
}  # fmt: skip
_SIGN = re.compile(r"[\\{}]")
# Copied from a PDF's page: "ﬁ" is two letters, and no style or search takes it for them.
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_TYPED_DASH = re.compile(r"(?<=[\w ])---?(?=[\w ])")
_DEPTH = 8
# Raw TeX waits here while the text around it is taken for text.
_HELD = re.compile("\ue010(\\d+)\ue011")
_BLOCK_END = re.compile(r"(?i)<br\s*/?>|</?(?:p|div|h[1-6]|li|ul|ol|blockquote|tr|table)\b[^<>]*>")
_ANY_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")


def value_of(text: str) -> str:
    r"""A value for an entry: "<i>Aim</i> c:\x" is "\emph{Aim} c:{\textbackslash}x"; what stands in <pre> is TeX."""
    text = _TYPED_DASH.sub(lambda dash: "—" if len(dash[0]) == 3 else "–", " ".join(text.translate(_LIGATURES).split()))
    if not _SIGN.search(text) and "<" not in text:
        return text
    held: list[str] = []

    def hold(tex: str) -> str:
        held.append(tex)
        return f"\ue010{len(held) - 1}\ue011"

    for start, end in reversed(math_spans(text)):
        text = text[:start] + hold(text[start:end]) + text[end:]
    text = re.sub(r"(?is)<pre>(.*?)</pre>", lambda match: hold(from_latex(_released(match[1], held).strip())), text)
    text = _printed(text)
    for _ in range(_DEPTH):
        text, count = _TAG.subn(_as_command, text)
        if not count:
            break
    return " ".join(_released(text, held).split())


def _released(text: str, held: list[str]) -> str:
    return _HELD.sub(lambda match: held[int(match[1])], text)


def _printed(text: str) -> str:
    """Backslashes and braces as commands that print them; a brace without a partner prints as it is."""
    alone = unmatched_braces(text)
    forms = {"\\": "{\\textbackslash}", "{": "\\{", "}": "\\}"}
    return _SIGN.sub(lambda sign: sign[0] if sign.start() in alone else forms[sign[0]], text)


def _as_command(match: re.Match[str]) -> str:
    if match["tag"]:
        return _COMMANDS.get(match["tag"].lower(), "%s") % match["text"]
    style = match["style"].lower()
    if "small-caps" in style or "smallcaps" in style:
        return f"\\textsc{{{match['span']}}}"
    return f"{{{match['span']}}}" if "nocase" in style else match["span"]


def paragraphs_of(html: str) -> str:
    """A note in HTML as paragraphs of plain text, a blank line between them."""
    text = _BLOCK_END.sub("\ue012", html)
    parts = (value_of(unescape(_ANY_TAG.sub("", part))) for part in text.split("\ue012"))
    return "\n\n".join(part for part in parts if part)
