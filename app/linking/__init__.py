"""A library and the .bib files linked to it in; the files kept up to date, and what was done to them outside merged."""

from app.linking.choosing import What, chosen_ids, ids_cited_in
from app.linking.keeping import LinkedFile, add_link, linked_files, remove_link
from app.linking.merging import LinkComparison, MergedLink, compare_link, merge_link
from app.linking.writing import LinkReport, LinkState, check_links, update_links

__all__ = [
    "LinkComparison",
    "LinkReport",
    "LinkState",
    "LinkedFile",
    "MergedLink",
    "What",
    "add_link",
    "check_links",
    "chosen_ids",
    "compare_link",
    "ids_cited_in",
    "linked_files",
    "merge_link",
    "remove_link",
    "update_links",
]
