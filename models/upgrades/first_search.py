"""The index of words as the first schema made it."""

_WORDS = ("author", "title", "year", "key", "type", "keyword", "rest")
_NAMES = ", ".join(f"words_{name}" for name in _WORDS)
_OLD = ", ".join(f"old.words_{name}" for name in _WORDS)
_NEW = ", ".join(f"new.words_{name}" for name in _WORDS)
_OUT = f"INSERT INTO entry_search (entry_search, rowid, {_NAMES}) VALUES ('delete', old.id, {_OLD});"
_IN = f"INSERT INTO entry_search (rowid, {_NAMES}) VALUES (new.id, {_NEW});"
_TOKENS = 'tokenize="unicode61 remove_diacritics 0"'
SEARCH = (
    f"CREATE VIRTUAL TABLE entry_search USING fts5({_NAMES}, content='entries', content_rowid='id', {_TOKENS})",
    f"CREATE TRIGGER entry_search_in AFTER INSERT ON entries BEGIN {_IN} END",
    f"CREATE TRIGGER entry_search_out AFTER DELETE ON entries BEGIN {_OUT} END",
    f"CREATE TRIGGER entry_search_change AFTER UPDATE OF {_NAMES} ON entries BEGIN {_OUT} {_IN} END",
)
