"""Files come into the library in two calls: `propose` writes nothing, `accept` writes what the user chose."""

from app.importing.accepting import accept
from app.importing.enriching import lacking_fields
from app.importing.entry_files import import_entries, save_broken
from app.importing.file_matches import propose_entries
from app.importing.proposal import (
    BrokenEntry,
    Choice,
    Decision,
    FileMatch,
    FileProposal,
    ImportProposal,
    ImportReport,
    ProposedWork,
)
from app.importing.proposing import is_page, propose, propose_apparatus, propose_text

__all__ = [
    "BrokenEntry",
    "Choice",
    "Decision",
    "FileMatch",
    "FileProposal",
    "ImportProposal",
    "ImportReport",
    "ProposedWork",
    "accept",
    "import_entries",
    "is_page",
    "lacking_fields",
    "propose",
    "propose_apparatus",
    "propose_entries",
    "propose_text",
    "save_broken",
]
