"""The comments of a .bib file in, the groups that JabRef or BibDesk keep in them out."""

from __future__ import annotations

import re
from collections.abc import Iterable

_META = re.compile(r"jabref-meta:\s*(?:grouping|groupstree|groupsversion)\s*:(.*)", re.DOTALL)
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def read_groups(comments: Iterable[str]) -> dict[str, tuple[str, ...]]:
    r"""The groups in JabRef's comments: the path of each ("War/Causes") and the keys listed in it, mostly none.

    JabRef writes one group a line, "2 StaticGroup:Causes\;0\;1\;...;", the number being its depth; versions before 3.6
    list the keys behind the name ("ExplicitGroup:Causes\;0\;key1\;key2\;;").
    """
    groups: dict[str, tuple[str, ...]] = {}
    for comment in comments:
        if "jabref-meta" not in comment or not (match := _META.search(comment)):
            continue
        path: list[str] = []
        for record in _records(match.group(1)):
            depth, _, rest = record.partition(" ")
            kind, _, body = rest.partition(":")
            if not depth.isdigit() or kind == "AllEntriesGroup":
                continue
            parts = re.split(r"\\+;", body)
            path = [*path[: int(depth) - 1], parts[0].replace("\\", "")]
            keys = parts[2:] if kind == "ExplicitGroup" and not _is_new_style(parts) else []
            groups["/".join(path)] = tuple(key.replace("\\", "") for key in keys if key and key != ";")
    return groups


def _is_new_style(parts: list[str]) -> bool:
    """Whether the parts after the name are JabRef's newer settings (0/1, colour, icon), and no keys."""
    return len(parts) > 2 and parts[2] in ("0", "1", "")


def _records(text: str) -> list[str]:
    """The records of a comment; JabRef breaks its lines anywhere and ends a record with a bare semicolon."""
    joined = _LINE_BREAK.sub("", text).strip().removesuffix("}")
    return [record.strip() for record in re.split(r"(?<!\\);", joined) if record.strip()]
