r"""An Apparatus in, LaTeX out: \footnote{Moscow advised ... \autocite[82]{dinerstein1967}.}, a line for every note."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.apparatus import Apparatus, Note
from app.entry import Entry
from app.footnotes.commands import SEVERAL, Cited, cite_works, tex_text
from app.footnotes.places import Place, places_of


def write_footnotes(apparatus: Apparatus, command: str = "autocite") -> str:
    r"""Every note as a line with \footnote{...}, in page order; empty ones and unresolved citations as comments.

    Prose stays as printed. "Ibid., 56" becomes \autocite[56]{key}, from which biblatex makes the Ibid. again; "See"
    before a citation that is the whole sentence becomes its prenote; works divided by semicolons are cited together.
    What leads to no work stays as printed.
    """
    entries = {work.id: work.entry for work in apparatus.works}
    return "".join(_line(note, entries, command, anchor="") for note in apparatus.notes)


def footnotes_document(apparatus: Apparatus, bib: str, command: str = "autocite") -> str:
    """The same as a whole document that pdflatex or lualatex and biber typeset.

    Args:
        apparatus: the notes.
        bib: the name of the .bib file that has the works, beside the document.
        command: the command that cites, without its backslash.
    """
    title = apparatus.article.get("title") if apparatus.article else ""
    heading = f"\\section*{{{tex_text(re.sub(r'[{}$]', '', title))}}}\n" if title else ""
    entries = {work.id: work.entry for work in apparatus.works}
    lines = [_line(note, entries, command, anchor=f"Note {tex_text(_label(note))}.") for note in apparatus.notes]
    filled = {"@BIB@": bib, "@HEADING@": heading, "@NOTES@": "\n".join(lines)}
    return re.sub(r"@[A-Z]+@", lambda found: filled[found[0]], _DOCUMENT)


def _line(note: Note, entries: Mapping[str, Entry], command: str, anchor: str) -> str:
    label = _label(note)
    if not note.note.text:
        return f"% {label}: the note is empty on the page\n"
    unresolved = [note.words(citation) for citation in note.citations if citation.work not in entries]
    comments = "".join(f"% {label}: not resolved: {' '.join(words.split())}\n" for words in unresolved)
    return f"{comments}{anchor}\\footnote{{{_note_text(note, entries, command)}}}% {label}\n"


def _label(note: Note) -> str:
    return " ".join(note.note.label.split()) or str(note.note.position)


def _note_text(note: Note, entries: Mapping[str, Entry], command: str) -> str:
    """The note with a command in each place where its words cite a work."""
    text, at = note.note.text, 0
    parts: list[str] = []
    for together in _together(places_of(note, entries, can_join=command in SEVERAL)):
        first, last = together[0], together[-1]
        parts.append(_prose(text[at : first.start]))
        if first.is_added and parts[-1][-1:].strip():
            parts.append(" ")
        parts.append(cite_works([Cited(place.work, place.locator, place.signal) for place in together], command))
        parts.append("." if last.has_stop else "")
        at = last.end
    return "".join([*parts, _prose(text[at:])]).strip()


def _together(places: list[Place]) -> list[list[Place]]:
    """The places that become one command."""
    groups: list[list[Place]] = []
    for place in places:
        if groups and place.is_joined:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _prose(text: str) -> str:
    """Words as TeX, with a space where one stands before or behind them."""
    if not text.strip():
        return text[:1]
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{tex_text(text)}{' ' * after}"


_DOCUMENT = r"""% The notes of an article with every citation as a command. Typeset with pdflatex, biber, and
% pdflatex twice; lualatex instead of pdflatex where a note has letters that are not Latin.
\documentclass{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
\else
  \usepackage{fontspec}
\fi
\usepackage[backend=biber,style=verbose-ibid,autocite=plain]{biblatex}
\addbibresource{@BIB@}
% A footnote is a sentence: biblatex then begins it with "Ibid.", not "ibid.".
\let\plainfootnote\footnote
\renewcommand{\footnote}[1]{\plainfootnote{\bibsentence#1}}
\begin{document}
@HEADING@
@NOTES@
\printbibliography
\end{document}
"""
