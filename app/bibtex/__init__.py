r"""A .bib file in, blocks and entries out, and back: nothing that was not edited changes by a byte.

Reading and writing back, for whoever keeps a file (the store, `ibidem convert`)::

    bibfile = read_bib(data)                  # never raises, whatever the bytes are
    bibfile.header                            # FileHeader(encoding="utf-8", bom=False, newline="\n")
    bibfile.blocks                            # Block(kind, text, line, entrytype, key, fields, reason), in file order
    "".join(block.text for block in bibfile.blocks)     # the whole file: text between entries is a block too
    for index, entry in bibfile.entries(): ...           # app.entry.Entry of every entry block, and its place in blocks
    bibfile.entry(index)                      # one of them
    bibfile.problems()                        # broken blocks and doubtful entries: Problem(index, line, key, message)
    bibfile.groups()                          # JabRef's groups, {"War/Causes": ("key1", "key2")}

Keeping it: store `header.encoding`, `header.bom`, `header.newline` (opaque words) and for each block its order,
`block.kind` and `block.text` (line ends are in the text, keep it exactly; no NUL and no lone surrogate is ever in it),
and the entry's id beside entry blocks. Then::

    bibfile = BibFile.from_blocks(header, [(kind, text), ...])
    data = write_back(bibfile, changed={index: entry}, removed={index, ...}, added=[entry, ...])

`changed` may name unchanged entries too: an entry equal to what its block reads as leaves the block alone. With nothing
to do the result is the file, byte for byte. An edited entry changes only its changed fields, written as the file
writes its own (names of its dialect, delimiters, indent, commas, line ends, LaTeX escapes where the file has them).
Added entries go to the end, laid out like the others.

Writing anew, formatted::

    write_bib(entries, dialect=Dialect.BIBLATEX, escape_latex=False) -> str      # see app.bibtex.writing

Other programs' formats are in app.bibtex.formats; what is wrong with entries or a file is in app.integrity.

Entries hold biblatex names and Unicode (app.entry). `inherited(entry, by_key)` adds what crossref and xdata lend.
"""

from app.bibtex.dialects import Dialect, biblatex_name, to_biblatex, to_bibtex
from app.bibtex.encodings import FileHeader
from app.bibtex.file import BibFile, Problem, read_bib, read_bib_file, read_bib_text
from app.bibtex.inheriting import inherited
from app.bibtex.patching import write_back
from app.bibtex.protecting import protect_capitals
from app.bibtex.scanning import Block, BlockKind
from app.bibtex.writing import Layout, write_bib

__all__ = [
    "BibFile",
    "Block",
    "BlockKind",
    "Dialect",
    "FileHeader",
    "Layout",
    "Problem",
    "biblatex_name",
    "inherited",
    "protect_capitals",
    "read_bib",
    "read_bib_file",
    "read_bib_text",
    "to_biblatex",
    "to_bibtex",
    "write_back",
    "write_bib",
]
