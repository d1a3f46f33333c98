"""Entry: one work as BibTeX knows it, the value that every stage hands to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType


@dataclass(frozen=True)
class Entry:
    """An entry type, fields by their biblatex names (journaltitle, location, date ...), and perhaps a citation key.

    Values are Unicode. People are "Last, First and Last, First"; a corporate body stands in braces; `date` is ISO
    ("1967-03"). Braces protect capitals, $...$ is mathematics, and a TeX command stays only where Unicode has nothing
    to put in its place. A field without a value is absent.
    """

    entrytype: str
    fields: Mapping[str, str] = field(default_factory=dict)
    key: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", MappingProxyType({k: v for k, v in self.fields.items() if v}))

    def __hash__(self) -> int:
        return hash((self.entrytype, self.key, tuple(self.fields.items())))

    def __reduce__(self) -> tuple[type[Entry], tuple[str, dict[str, str], str]]:
        return (Entry, (self.entrytype, dict(self.fields), self.key))

    def get(self, name: str) -> str:
        """The value of a field, "" where it is absent."""
        return self.fields.get(name, "")

    def says_the_same(self, other: Entry) -> bool:
        """Whether another entry has the same type and fields; the keys may differ."""
        return (self.entrytype, self.fields) == (other.entrytype, other.fields)

    def with_fields(self, **changed: str) -> Entry:
        """The same entry with some fields changed; "" removes one."""
        return replace(self, fields={**self.fields, **changed})
