"""Notes come out as LaTeX footnotes: prose stays, citations are commands, nothing in a note is TeX."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from app.__main__ import main
from app.apparatus import Apparatus, Citation, Form, Kind, Note, NoteText, Relation, Work
from app.entry import Entry
from app.footnotes import cite_command, clean_locator, footnotes_document, write_footnotes

SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "article.html"
WORKS = {
    "dinerstein1967": Entry("article", {"author": "Dinerstein, Herbert S.", "title": "Soviet Policy in Latin America"}),
    "hart1994": Entry("book", {"author": "Hart, H. L. A.", "title": "The Concept of Law"}),
    "barr1982": Entry("article", {"author": "Barr, William", "title": "The First Soviet Convoy"}),
    "nato1991": Entry("misc", {"title": "Nuclear Icebreaker Leaves Murmansk"}),
}


def note(text, *cited, label="1", position=1):
    """A note; each citation is (words, work, locator) and its form is told by its words."""
    citations, at = [], 0
    for words, work, locator in cited:
        start = text.index(words, at)
        at = start + len(words)
        form = Form.IBID if "bid" in words else Form.SHORT if len(words) < 90 and "(" not in words else Form.FULL
        citations.append(Citation(start, at, form, Relation.CITES, work, locator))
    kind = Kind.CITATION if text else Kind.EMPTY
    return Note(NoteText(position, label, text), kind, tuple(citations))


def apparatus(*notes):
    return Apparatus(None, tuple(Work(key, entry) for key, entry in WORKS.items()), notes)


def footnote(text, *cited, command="autocite"):
    """What a note becomes, without what stands around it."""
    line = write_footnotes(apparatus(note(text, *cited)), command)
    return re.fullmatch(r"(?:%.*\n)*\\footnote\{(.*)\}% 1\n", line)[1]


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("82", "82"),
        ("p. 82", "82"),
        ("pp. 82-5", "82--5"),
        ("S. 23", "23"),
        ("44–45", "44--45"),
        ("54–5, 60", "54--5, 60"),
        ("xii-xiv", "xii--xiv"),
        ("para. 9.32", "para. 9.32"),
        ("331 f.", r"331\psq"),
        ("121 ff.", r"121\psqq"),
        ("A6", "A6"),
        ("§ 4 & 5", r"§ 4 \& 5"),
        ("[12]", "[12]"),
        ("MS A-12", "MS A-12"),
    ],
)
def test_a_locator_is_as_biblatex_wants_it(printed, written):
    assert clean_locator(printed) == written


@pytest.mark.parametrize(
    ("locator", "signal", "command", "written"),
    [
        ("85", "", "autocite", r"\autocite[85]{cohen2002}"),
        (None, "", "autocite", r"\autocite{cohen2002}"),
        ("85", "see", "footcite", r"\footcite[see][85]{cohen2002}"),
        (None, "see", "autocite", r"\autocite[see][]{cohen2002}"),
        ("[85]", "", "autocite", r"\autocite[{[85]}]{cohen2002}"),
    ],
)
def test_a_citation_is_copied_as_a_command(locator, signal, command, written):
    assert cite_command("cohen2002", locator, command, signal) == written


def test_a_key_is_cited_as_the_bib_file_has_it():
    assert cite_command("cohen, 2002}", None) == r"\autocite{cohen2002}"


DINERSTEIN = "Herbert S. Dinerstein, ‘Soviet Policy in Latin America’, American Political Science Review 61 (1967): 82"


@pytest.mark.parametrize(
    ("text", "cited", "written"),
    [
        (f"{DINERSTEIN}.", [(DINERSTEIN, "dinerstein1967", "82")], r"\autocite[82]{dinerstein1967}."),
        (
            f"Moscow advised the party to wait for a better moment: {DINERSTEIN}.",
            [(f"Moscow advised the party to wait for a better moment: {DINERSTEIN}", "dinerstein1967", "82")],
            r"Moscow advised the party to wait for a better moment: \autocite[82]{dinerstein1967}.",
        ),
        ("Ibid., 56.", [("Ibid., 56", "hart1994", "56")], r"\autocite[56]{hart1994}."),
        ("Ibid.", [("Ibid.", "hart1994", None)], r"\autocite{hart1994}."),
        ("Ibid. The rest is rumour.", [("Ibid.", "hart1994", None)], r"\autocite{hart1994}. The rest is rumour."),
        ("See ibid., 58–61.", [("ibid., 58–61", "hart1994", "58–61")], r"\autocite[See][58--61]{hart1994}."),
        ("Vgl. Hart, S. 7.", [("Hart, S. 7", "hart1994", "7")], r"\autocite[Vgl.][7]{hart1994}."),
        (
            "The bottle was opaque. See also Hart, Concept of Law, 9.",
            [("Hart, Concept of Law, 9", "hart1994", "9")],
            r"The bottle was opaque. \autocite[See also][9]{hart1994}.",
        ),
        (
            "On this see Hart, Concept of Law, 9, who doubts it.",
            [("Hart, Concept of Law, 9", "hart1994", "9")],
            r"On this see \autocite[9]{hart1994}, who doubts it.",
        ),
        (
            "Hart, 47; Dinerstein, 44–45.",
            [("Hart, 47", "hart1994", "47"), ("Dinerstein, 44–45", "dinerstein1967", "44–45")],
            r"\autocites[47]{hart1994}[44--45]{dinerstein1967}.",
        ),
        (
            "Hart, 47; see also Dinerstein, 44.",
            [("Hart, 47", "hart1994", "47"), ("Dinerstein, 44", "dinerstein1967", "44")],
            r"\autocites[47]{hart1994}[see also][44]{dinerstein1967}.",
        ),
        (
            "Hart, 47, quoted in Dinerstein, 44.",
            [("Hart, 47", "hart1994", "47"), ("Dinerstein, 44", "dinerstein1967", "44")],
            r"\autocite[47]{hart1994}, quoted in \autocite[44]{dinerstein1967}.",
        ),
        (
            "Barr names the ships one by one and leaves us to guess at the weather.",
            [("Barr names the ships one by one and leaves us to guess at the weather", "barr1982", None)],
            r"Barr names the ships one by one and leaves us to guess at the weather \autocite{barr1982}.",
        ),
        (
            "It left on 4 May with two guns: ‘Nuclear Icebreaker Leaves Murmansk’, ITAR-TASS, 14 June 2001.",
            [
                (
                    "It left on 4 May with two guns: ‘Nuclear Icebreaker Leaves Murmansk’, ITAR-TASS, 14 June 2001",
                    "nato1991",
                    None,
                )
            ],
            r"It left on 4 May with two guns: \autocite{nato1991}.",
        ),
    ],
)
def test_a_citation_gives_way_to_a_command_and_prose_stays(text, cited, written):
    assert footnote(text, *cited) == written


def test_a_command_without_a_form_for_several_works_stands_for_each():
    cited = [("Hart, 47", "hart1994", "47"), ("Dinerstein, 44", "dinerstein1967", "44")]
    written = footnote("Hart, 47; Dinerstein, 44.", *cited, command="mycite")
    assert written == r"\mycite[47]{hart1994}; \mycite[44]{dinerstein1967}."


def test_what_leads_nowhere_stays_as_printed_and_is_named():
    written = write_footnotes(apparatus(note("Goubert, op. cit., p. 77.", ("Goubert, op. cit., p. 77", None, "77"))))
    assert written == "% 1: not resolved: Goubert, op. cit., p. 77\n\\footnote{Goubert, op. cit., p. 77.}% 1\n"


def test_an_empty_note_is_a_comment():
    assert write_footnotes(apparatus(note("", label="37a"))) == "% 37a: the note is empty on the page\n"


def test_nothing_in_a_note_is_tex():
    written = footnote("He paid $5 & 10% for #3_x {sic} ^~ and wrote \\input{secret}.")
    assert written == (
        r"He paid \$5 \& 10\% for \#3\_x \{sic\} \textasciicircum{}\textasciitilde{} and wrote "
        r"\textbackslash{}input\{secret\}."
    )


def test_notes_and_their_citations_are_all_in_the_document():
    text = footnotes_document(apparatus(note("Ibid., 56.", ("Ibid., 56", "hart1994", "56"), label="37a")), "works.bib")
    assert "\\addbibresource{works.bib}" in text
    assert "Note 37a.\\footnote{\\autocite[56]{hart1994}.}% 37a" in text


def test_the_sample_is_written_in_one_step(tmp_path):
    bib, report, tex = (tmp_path / name for name in ("works.bib", "report.json", "notes.tex"))
    words = ["notes", str(SAMPLE), "--bib", str(bib), "--report", str(report)]
    assert main([*words, "--tex", str(tmp_path / "missing" / "notes.tex")]) == 1
    assert not bib.exists()
    assert main([*words, "--tex", str(tex)]) == 0
    text = tex.read_text(encoding="utf-8")
    assert text.count("\\footnote{") == 40
    keys = set(re.findall(r"^@\w+\{(.*),$", bib.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(keys) == 25
    assert {key for key in keys if f"{{{key}}}" in text} == keys


@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
def test_the_document_of_the_sample_is_typeset(tmp_path, engine):
    for name in (engine, "biber"):
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed")
    if (
        engine == "lualatex"
        and not subprocess.run(["kpsewhich", "luaotfload-main.lua"], capture_output=True, check=False).stdout
    ):
        pytest.skip("lualatex has no font loader")
    words = ["notes", str(SAMPLE), "--bib", str(tmp_path / "works.bib"), "--report", str(tmp_path / "report.json")]
    assert main([*words, "--tex", str(tmp_path / "notes.tex"), "--document"]) == 0

    def run(*command):
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, errors="replace", timeout=240, check=False
        ).stdout

    latex = (engine, "-interaction=nonstopmode", "-no-shell-escape", "notes.tex")
    run(*latex)
    said = run("biber", "notes")
    assert not re.findall(r"^(?:ERROR|WARN)", said, re.MULTILINE), said
    run(*latex)
    log = run(*latex)
    assert not re.findall(r"^! .*|Citation '.*' undefined|Empty bibliography", log, re.MULTILINE)
    document = pypdfium2.PdfDocument(tmp_path / "notes.pdf")
    printed = " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    assert "Ibid., p. 322." in printed
    assert "Ibid., p. 71. Also see Pier Horensma." in printed
