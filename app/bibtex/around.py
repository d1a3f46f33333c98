"""The blocks of a .bib file that are no entries in, what a file written anew from its entries says besides them out.

Comments, free text and @preamble stay where they stood; @string is gone, since its words stand in the entries. What the
file says of itself is put right: its encoding, and JabRef's word for the dialect.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.bibtex.danger import dangers, is_dangerous
from app.bibtex.dialects import Dialect
from app.bibtex.other_scripts import DEFINITION, characters_in
from app.wordlists import load_words

_ENCODING = re.compile(r"((?:encoding|coding|charset)[ \t]*[:=][ \t]*\"?)[A-Za-z0-9_.-]{3,30}", re.IGNORECASE)
_COMMENT = re.compile(r"@comment\s*[{(]", re.IGNORECASE)
_LOOSE_AT = re.compile(r"^([ \t]*%.*)|@", re.MULTILINE)
_DIALECT = re.compile(r"(jabref-meta:\s*databaseType:)(?:bibtex|biblatex)")
_COMMAND = re.compile(r"\\([A-Za-z@]+)")
_NAMED = re.compile(r"\\csname\s*([A-Za-z@]*)\s*\\endcsname")
_DEFINED = re.compile(
    r"\\(?:(?:new|renew|provide)command\*?\s*\{?|DeclareRobustCommand\*?\s*\{?|[egx]?def|let)\s*\\([A-Za-z@]+)"
)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the entries of a file.

    Attributes:
        start: what comes first, whole lines.
        before: what comes before the entry with this key.
        end: what comes last.
        known: the commands that are defined beside the file.
    """

    start: str = ""
    before: Mapping[str, str] = field(default_factory=dict)
    end: str = ""
    known: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join((self.start, *self.before.values(), self.end))


def as_said_now(text: str, dialect: Dialect) -> str:
    """Comments and free text for a file in UTF-8 and this dialect, without blank lines around them.

    "me@x.org" in free text begins an entry for biber, which then drops the whole file: it is "me(at)x.org", save in
    lines that begin with "%".
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n \t")
    if not _COMMENT.match(text):
        text = _LOOSE_AT.sub(lambda match: match[1] or "(at)", text)
    return _DIALECT.sub(rf"\g<1>{dialect.value}", _ENCODING.sub(r"\g<1>UTF-8", text))


def is_definition(preamble: str) -> bool:
    r"""Whether a @preamble only defines commands: one that holds \input or \write is no business of another file."""
    may = load_words("tex_danger")["in_definitions"]
    preamble = preamble.replace(DEFINITION, "")
    named = _NAMED.findall(preamble)
    if preamble.count("\\csname") != len(named) or any(is_dangerous(name) for name in named):
        return False
    return all(danger[1:] in may for danger in dangers(preamble))


def defined_in(preamble: str) -> set[str]:
    r"""The commands that a @preamble defines, "noopsort" of \newcommand{\noopsort}[1]{}, and characters ("Ж")."""
    return characters_in(preamble).union(_DEFINED.findall(preamble))


def commands_in(text: str) -> set[str]:
    """The commands that a text uses."""
    return set(_COMMAND.findall(text)) if "\\" in text else set()
