import pytest

from app.apparatus import Form, Kind, Relation
from app.bibtex import BlockKind as ReadKind
from app.library.entry_rows import ENTRY_COLUMNS
from models.entry import WIDE_FIELDS, StoredEntry
from models.kinds import BlockKind, CitationForm, CitationRelation, NoteKind


@pytest.mark.parametrize(
    ("stored", "read"), [(NoteKind, Kind), (CitationForm, Form), (CitationRelation, Relation), (BlockKind, ReadKind)]
)
def test_the_store_knows_every_kind_that_is_read(stored, read):
    assert {kind.value for kind in stored} == {kind.value for kind in read}


def test_every_wide_field_has_its_column():
    assert {column.key for column in ENTRY_COLUMNS} == {"id", "entrytype", "key", "rest", *WIDE_FIELDS}
    assert set(WIDE_FIELDS) <= set(StoredEntry.__table__.columns.keys())
