"""Whatever is done to a library and to a file linked to it, in whatever order, nothing is overwritten unseen."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app import finding
from app.bibtex import read_bib, write_bib
from app.editing import add_entry, change_entry, delete_entries
from app.entry import Entry
from app.library import open_library
from app.linking import LinkedFile, LinkState, add_link, compare_link, merge_link, update_links
from app.reconciling import Side

KEYS = st.sampled_from(["adler1992", "cohen2002", "zubok2007"])
FIELDS = st.sampled_from(["title", "location", "note", "publisher"])
VALUES = st.sampled_from(["1", "2", "Müller & Söhne", ""])


class LinkMachine(RuleBasedStateMachine):
    """A library and a file, edited on both sides."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.bib = Path(self.folder.name) / "paper.bib"
        self.library = open_library(Path(self.folder.name) / "library.ibidem")

    def teardown(self):
        self.library.close()
        self.folder.cleanup()

    @initialize()
    def begin(self):
        for key in ("adler1992", "cohen2002"):
            add_entry(self.library, Entry("book", {"title": key, "date": "1990"}, key))
        self.link = add_link(self.library, self.bib, LinkedFile(0, "")).id
        update_links(self.library)
        self.seen = self.bib.read_bytes()

    def entries(self):
        return {entry.key: entry for _, entry in read_bib(self.bib.read_bytes()).entries()}

    def write(self, entries):
        self.bib.write_text(f"% mine\n\n{write_bib(entries.values())}", encoding="utf-8")

    @rule(key=KEYS, field=FIELDS, value=VALUES)
    def edit_the_file(self, key, field, value):
        entries = self.entries()
        entries[key] = entries.get(key, Entry("book", {"title": key}, key)).with_fields(**{field: value})
        self.write(entries)

    @rule(key=KEYS)
    def delete_in_the_file(self, key):
        self.write({k: entry for k, entry in self.entries().items() if k != key})

    @rule(key=KEYS, field=FIELDS, value=VALUES)
    def edit_the_library(self, key, field, value):
        found = finding.id_of_key(self.library, key)
        if found is None:
            add_entry(self.library, Entry("book", {"title": key, field: value}, key))
        else:
            change_entry(self.library, found, finding.card(self.library, found).entry.with_fields(**{field: value}))

    @rule(key=KEYS)
    def delete_in_the_library(self, key):
        found = finding.id_of_key(self.library, key)
        delete_entries(self.library, [] if found is None else [found])

    @rule()
    def undo(self):
        self.library.undo()

    @rule()
    def update(self):
        """Only a file that nobody has touched is written."""
        before = self.bib.read_bytes()
        (report,) = update_links(self.library)
        if before != self.seen:
            assert report.state in (LinkState.CHANGED_OUTSIDE, LinkState.CURRENT)
            assert self.bib.read_bytes() == before
        else:
            assert report.state in (LinkState.WRITTEN, LinkState.CURRENT)
        if report.state is not LinkState.CHANGED_OUTSIDE:
            self.seen = self.bib.read_bytes()

    @rule(side=st.sampled_from(list(Side)))
    def merge(self, side):
        """What only one side changed is kept, what both changed goes to the side chosen; then both say the same."""
        compared = compare_link(self.library, self.link)
        outside = self.entries()
        merge_link(self.library, compared, {(d.key, d.name): side for d in compared.comparison.conflicts})
        assert update_links(self.library)[0].state is LinkState.CURRENT
        now = self.entries()
        for difference in compared.comparison.differences:
            if difference.changed.value == "file" and difference.key in outside and difference.key in now:
                name = difference.name
                assert now[difference.key].get(name) == outside[difference.key].get(name)
        standing = {entry.key: entry for _, entry in finding.entries(self.library)}
        assert {k: (e.entrytype, dict(e.fields)) for k, e in now.items()} == {
            k: (e.entrytype, {n: v for n, v in e.fields.items() if n != "ids"}) for k, e in standing.items()
        }
        self.seen = self.bib.read_bytes()

    @invariant()
    def a_comparison_can_always_be_made(self):
        if hasattr(self, "link"):
            compare_link(self.library, self.link)


LinkMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
TestLinkMachine = LinkMachine.TestCase
