"""Articles in the trade's own marks: ⟦a citation⟧2 leads to work 2 in the order of first citation, ⟦one⟧? to none."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from app.apparatus import Apparatus, NoteText
from app.works import read_apparatus

_MARKED = re.compile(r"⟦(?P<words>.*?)⟧(?P<work>\d+|\?)")

MHRA = """
1 ⟦Rosemary Finch, The Poetics of Exile (Oxford: Clarendon Press, 1991), p. 23⟧1.
2 ⟦Finch, p. 30⟧1.
3 ⟦Michael Tarn, ‘Dante in Ravenna’, Modern Language Review, 80 (1985), 34–56 (p. 40)⟧2.
4 ⟦Tarn, ‘Dante in Ravenna’, p. 44⟧2; ⟦Finch, Poetics, p. 33⟧1.
5 Quoted in ⟦Elena Rossi, ‘Exile and Return’, in Italian Studies Today, ed. by Paul Gray (London: Routledge, 1999), pp. 12–30 (p. 15)⟧3.
6 ⟦Rossi, p. 20⟧3.
7 As Finch has pointed out, the poem was never finished (⟦Finch, Poetics, p. 40⟧1).
"""  # noqa: E501

CHICAGO = """
1 ⟦David Alvarez, Spies in the Vatican (Lawrence: University Press of Kansas, 2002), 12⟧1; ⟦Owen Marsh, Britain and the Vatican during the War (Cambridge: Cambridge University Press, 1986), 56–60⟧2; and ⟦John Pollock, “The Papacy in Two World Wars,” Totalitarian Movements 2, no. 3 (2001): 83–96⟧3.
2 ⟦Alvarez, Spies, 15⟧1; ⟦Marsh, Britain and the Vatican, 70⟧2.
3 ⟦Ibid., 71⟧?.
4 On the wider debate see, among others, ⟦Susan Lucas, Under His Very Windows (New Haven: Yale University Press, 2000)⟧4.
5 ⟦Lucas, Under His Very Windows, 101–5⟧4. See also ⟦Pollock, “Papacy,” 90⟧3.
6 The committee was dissolved in 1951, and nobody regretted it.
7 ⟦John F. Pollock, The Unknown Pope (London: Geoffrey Chapman, 1999), 33⟧5.
8 ⟦Pollock, Unknown Pope, 40⟧5.
9 ⟦Pollock, 41⟧?.
10 ⟦Pollock, “Papacy in Two World Wars,” 95⟧3. The point is disputed by ⟦Owen Marsh, A History of the Popes (Oxford: Clarendon Press, 1998), 400⟧6.
11 ⟦Idem, Britain and the Vatican, 99⟧2.
"""  # noqa: E501

BLUEBOOK = """
1 See ⟦Margaret A. Hollis, Rethinking the Duty of Candor, 54 Stan. L. Rev. 1201, 1210–12 (2002)⟧1 (arguing that candor is a structural norm); ⟦Peter Quint, The Constitution of Settlement 45 (1998)⟧2.
2 ⟦Hollis, supra note 1, at 1215⟧1; see also ⟦Quint, supra note 1, at 50⟧2.
3 ⟦Id. at 52⟧?.
4 ⟦Brown v. Harlan County, 347 U.S. 483, 495 (1954)⟧3.
5 ⟦Id. at 496⟧3.
6 See supra Part II.B.
7 Compare ⟦Hollis, supra note 1, at 1220⟧1, with ⟦Quint, supra note 1, at 61⟧2.
"""  # noqa: E501

OSCOLA = """
1 ⟦Jane Hartley, The Law of Trusts (3rd edn, OUP 2011) 45⟧1.
2 ⟦Hartley (n 1) 50⟧1.
3 ⟦Simon Green, ‘Unjust Enrichment Revisited’ (2005) 121 LQR 34, 40⟧2.
4 ⟦ibid 41⟧2.
5 ⟦Green (n 3) 44⟧2; ⟦Hartley (n 1) 60–62⟧1.
6 See, for discussion, ⟦Green (n 3) 50⟧2.
"""

OP_CIT = """
1 ⟦P. Birch, ‘Short Cuts’ in What Are Schools For?, ed. G. Jonas (1996) 14⟧1.
2 ⟦S. Wheel, ‘Company Rules’ in Jonas, op. cit., n. 1, at p. 31⟧2.
3 ⟦ACLE, First Report on Training (1996)⟧3.
4 ⟦ACLE, id., para 4.6⟧3.
5 ⟦M. Le Blanc and R. Johns, The Quiet Change (1994) 65⟧4.
6 ⟦Le Blanc and Johns, op. cit., n. 5, pp. 71–5⟧4.
7 Much has been written against the method. (See ⟦M. King, The New Ledgers (1980) at 16–17⟧5.) This may be so, and nothing follows from it.
8 ⟦Wheel, op. cit., n. 2⟧2.
9 ⟦Nobody, op. cit., p. 3⟧?.
"""  # noqa: E501

GERMAN = """
1 ⟦Karl Schmidt, Die Verfassung des Reiches, München 1932, 45⟧1.
2 Vgl. ⟦Otto Brandt, Ständewesen und Staat, in: Historische Zeitschrift 145, 1932, S. 34–67⟧2.
3 ⟦Schmidt (oben N. 1) 47⟧1.
4 ⟦Brandt (oben N. 2) 40f.⟧2; ⟦Schmidt (oben N. 1) 50⟧1.
5 ⟦Ders., Der Staat der Stände, Berlin 1935, S. 12⟧3.
6 ⟦Ebd. 14⟧3.
7 ⟦Schmidt, a. a. O., S. 3⟧?.
8 ⟦Schmidt (1935), a.a.O., S. 15⟧3.
9 ⟦Brandt (wie Anm. 2), S. 41⟧2.
10 ⟦ebenda⟧2.
"""

FRENCH = """
1 ⟦Jean Delmas, « Les officiers de la République », Revue historique, t. 262, 1979, p. 45-67⟧1.
2 ⟦Marie Vasseur, Le Peuple des villes, Paris, Fayard, 1988, p. 112⟧2.
3 ⟦Ibid., p. 115⟧2.
4 ⟦J. Delmas, art. cit., p. 50⟧1.
5 ⟦M. Vasseur, « L’argent des pauvres », Annales ESC, 1990, n° 3, p. 12⟧3.
6 ⟦M. Vasseur, art. cit., p. 14⟧3 ; ⟦M. Vasseur, op. cit., p. 200⟧2.
7 ⟦Alphonse Petit, Œuvres complètes, Paris, Garnier, 1902⟧4 (désormais OC).
8 ⟦OC, III, p. 45⟧4.
"""

SPANISH = """
1 ⟦Juan Carlos Lozano, Los caminos del café: economía y sociedad en Antioquia (Bogotá: Norma, 1995), 34⟧1.
2 ⟦Lozano, Los caminos del café, 56⟧1.
3 ⟦Ana María Restrepo, «La élite y sus negocios», Historia Crítica 12 (1996): 45-67⟧2.
4 Véase ⟦Marco Palacios Vega, El populismo en Colombia (Medellín: La Carreta, 1971)⟧3; y ⟦Restrepo, «La élite», 50⟧2.
5 ⟦Ibíd., 51⟧?.
6 Citado en ⟦Palacios Vega, El populismo, 88⟧3.
"""

OLD = """
1 ⟦J. H. Round, Feudal England (London, 1895), pp. 225-314⟧1.
2 ⟦Ibid., p. 230⟧1.
3 ⟦Rymer, Foedera, iii. 45⟧2.
4 ⟦Round, op. cit., p. 240⟧1.
5 ⟦Ib., p. 241⟧1.
6 ⟦lbid., p. 242⟧1.
"""

ARTICLES = {
    "MHRA": MHRA,
    "Chicago": CHICAGO,
    "Bluebook": BLUEBOOK,
    "OSCOLA": OSCOLA,
    "op. cit.": OP_CIT,
    "German": GERMAN,
    "French": FRENCH,
    "Spanish": SPANISH,
    "1916": OLD,
}


@dataclass(frozen=True)
class Wanted:
    label: str
    words: str
    work: int | None


def _read(article: str) -> tuple[list[Wanted], Apparatus]:
    wanted: list[Wanted] = []
    notes: list[NoteText] = []
    for position, line in enumerate(article.strip().split("\n"), 1):
        label, _, text = line.partition(" ")
        for match in _MARKED.finditer(text):
            wanted.append(Wanted(label, match["words"], None if match["work"] == "?" else int(match["work"])))
        notes.append(NoteText(position, label, _MARKED.sub(lambda match: match["words"], text)))
    numbers = [want.work for want in wanted if want.work is not None]
    first = list(dict.fromkeys(numbers))
    assert first == list(range(1, len(first) + 1)), "a badly written table: works are numbered by first citation"
    return wanted, read_apparatus(None, notes)


def _found(apparatus: Apparatus) -> list[Wanted]:
    numbers = {work.id: number for number, work in enumerate(apparatus.works, 1)}
    return [
        Wanted(note.note.label, note.words(citation), numbers[citation.work] if citation.work else None)
        for note in apparatus.notes
        for citation in note.citations
    ]


@pytest.mark.parametrize("name", ARTICLES)
def test_every_citation_is_found_whole_and_leads_to_its_work(name: str) -> None:
    wanted, apparatus = _read(ARTICLES[name])
    assert _found(apparatus) == wanted


@pytest.mark.parametrize("name", ARTICLES)
def test_every_answer_has_a_sentence_for_its_reason(name: str) -> None:
    _, apparatus = _read(ARTICLES[name])
    for note in apparatus.notes:
        for citation in note.citations:
            assert citation.reason.endswith("."), note.words(citation)
            assert 0 < citation.confidence <= 1


SMITH = "⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧1."
LAW_REVIEWS = "1 ⟦Mary Hollis, On Mills, 54 Stan. L. Rev. {} (2002)⟧1; ⟦Ann Roe, On Fords, 47 Yale L.J. 301 (1998)⟧2."
BOTH = "⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧1; ⟦Ben Jones, The Short Peace (London: Faber, 1991), 7⟧2."


@pytest.mark.parametrize(
    "article",
    [
        # An Ibid. after two works stays open, unless a name decides.
        f"1 {BOTH}\n2 ⟦Ibid., 6⟧?.",
        f"1 {BOTH}\n2 ⟦Jones, ibid., 8⟧2.",
        # What repeats an open citation is open too.
        f"1 {BOTH}\n2 ⟦Ibid., 6⟧?.\n3 ⟦Ibid., 7⟧?.",
        # In the same note it is the one just before.
        f"1 {BOTH[:-1]}; ⟦ibid., 9⟧2.",
        # A note without citations and an empty note are passed over.
        f"1 {SMITH}\n2 Nothing of this is known for certain.\n3 ⟦Ibid., 6⟧1.",
        f"1 {SMITH}\n2 \n3 ⟦Ibid., 6⟧1.",
        # Nothing is cited before it.
        "1 ⟦Ibid., 6⟧?.",
        # The note's number is its printed label, not its place.
        f"7 {SMITH}\n7a ⟦Ben Jones, The Short Peace (London: Faber, 1991), 7⟧2.\n12 ⟦Jones, op. cit., n. 7a, p. 9⟧2.",
        f"5 {BOTH}\n9 ⟦Smith, supra note 5, at 3⟧1.\n11 ⟦Jones, supra note 5, at 3⟧2.",
        # A note number that no longer fits gives way to the name.
        f"1 {SMITH}\n2 ⟦Ben Jones, The Short Peace (London: Faber, 1991), 7⟧2.\n3 ⟦Smith, op. cit., n. 2, p. 9⟧1.",
        # Two works of one author: the title or the year decides, else nothing does.
        f"1 {SMITH}\n2 ⟦Anna Smith, The Cold Summer (London: Faber, 1995), 5⟧2.\n3 ⟦Smith, op. cit., 7⟧?.",
        f"1 {SMITH}\n2 ⟦Anna Smith, The Cold Summer (London: Faber, 1995), 5⟧2.\n3 ⟦Smith, Long War, 7⟧1.",
        # A misspelt name, a dropped article, a dropped subtitle.
        "1 ⟦Wolfgang Schroeder, Das lange Jahr: Chronik (Bonn: Aufbau, 1990), 5⟧1.\n2 ⟦Schröder, Lange Jahr, 8⟧1.",
        # Cited in full twice, once with a slip: one work. Another edition or another day: another work.
        f"1 {SMITH}\n2 ⟦Anna Smith, The Long Wra (London: Faber, 1990), 9⟧1.",
        f"1 {SMITH}\n2 ⟦Anna Smith, The Long War (London: Faber, 1998), 9⟧2.",
        "1 ⟦‘Oil Talks Resume’, Reuters, 3 May 2001⟧1.\n2 ⟦‘Oil Talks Resume’, Reuters, 9 May 2001⟧2.",
        # A work that bears a name given to it.
        f"1 {SMITH[:-1]} (hereafter LW).\n2 ⟦LW, 34⟧1.",
        # A scanner's spelling of name, title and Ibid.
        "1 ⟦Anna Ostrova, The Long War (London: Faber, 1990), 5⟧1.\n2 ⟦0strova, op. cit., 8⟧1.\n3 ⟦1bid., 9⟧1.",
        # A name and a year; a title that prose leads to; the note before.
        f"1 {SMITH}\n2 ⟦Smith 1990, p. 7⟧1.",
        f"1 {SMITH}\n2 This paragraph draws on ⟦Smith, Long War, 34⟧1.",
        f"1 {SMITH}\n2 ⟦Smith (previous note) 12⟧1.",
        # Two authors joined are not the one of them who wrote alone.
        f"1 {SMITH}\n2 ⟦Roe and Smith, The Laws (London: Faber, 1995), 5⟧2.\n3 ⟦Roe and Smith, op. cit., i, 7⟧2.",
        # A title made of names; a given name that tells two of one surname apart.
        (
            "1 ⟦Ann Roe, Henry Marlow and Modern Science (London: Faber, 1995), 5⟧1.\n"
            "2 ⟦Henry Marlow, The Ford (London: Faber, 1890), 3⟧2.\n3 ⟦Roe, Henry Marlow and Modern Science, p. 7⟧1."
        ),
        f"1 {SMITH}\n2 ⟦Jane Smith, The Ford (London: Faber, 1995), 5⟧2.\n3 ⟦Jane Smith, p. 12⟧2.",
        # The same author's earlier work, said to be earlier.
        f"1 {SMITH}\n2 ⟦Anna Smith, The Ford (London: Faber, 1995), 5⟧2.\n3 ⟦Id., The Long War, cit., p. 9⟧1.",
        f"1 {SMITH}\n2 ⟦Anna Smith, The Ford (London: Faber, 1995), 5⟧2.\n3 ⟦Ders., Long War (wie Anm. 1), S. 9⟧1.",
        # After two articles the page may say which is repeated; after two books it says nothing.
        f"{LAW_REVIEWS.format(1201)}\n2 ⟦Id. at 310⟧2.",
        f"{LAW_REVIEWS.format(250)}\n2 ⟦Id. at 310⟧?.",
        # A relative clause behind the page is the note's own.
        "1 ⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧1, which nobody has read to the end.\n2 ⟦Ibid., 9⟧1.",
        # An archive's name is not one work.
        "1 ⟦Archives nationales (ci-après AN), F7 12961, rapport du préfet, 12 mars 1907⟧1.\n2 ⟦AN, F7 12962⟧2.",
        # The same document again is one work, another shelf mark another.
        "1 ⟦Bundesarchiv (künftig: BA), R 43 I/123, Bl. 4⟧1.\n2 ⟦BA, R 43 I/123, Bl. 9⟧1.\n3 ⟦BA, R 58/12, Bl. 3⟧2.",
        "1 ⟦Archives nationales (désormais AN), Marine B3 421, fol. 3⟧1.\n2 ⟦AN, Marine B3 421, fol. 9⟧1.",
        # The source and what quotes it are two works.
        "1 ⟦The Times, 8 May 1969, 11⟧1, quoted in ⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧2.",
    ],
)
def test_back_references_lead_to_one_work_or_to_none(article: str) -> None:
    wanted, apparatus = _read(article)
    assert _found(apparatus) == wanted


def test_a_chapter_in_a_collection_cited_earlier_takes_the_collection_from_there() -> None:
    _, apparatus = _read(OP_CIT)
    chapter = apparatus.works[1].entry
    assert chapter.entrytype == "incollection"
    assert (chapter.get("author"), chapter.get("title")) == ("Wheel, S.", "Company Rules")
    assert (chapter.get("booktitle"), chapter.get("editor")) == ("What Are Schools For?", "Jonas, G.")
    assert chapter.get("date") == "1996"


def test_ders_has_the_author_named_last() -> None:
    _, apparatus = _read(GERMAN)
    assert apparatus.works[2].entry.get("author") == apparatus.works[0].entry.get("author") == "Schmidt, Karl"


def test_an_author_left_unsaid_in_a_list_is_the_one_before() -> None:
    text = "⟦Owen Reed, Graves (London: Hodder, 1959)⟧1; ⟦The Old Church (London: Black, 1971)⟧2."
    _, apparatus = _read(f"1 {text}")
    assert [work.entry.get("author") for work in apparatus.works] == ["Reed, Owen", "Reed, Owen"]


def test_a_source_cited_twice_has_the_fields_of_both_citations() -> None:
    _, apparatus = _read(
        "1 ⟦Anna Smith, The Long War (London, 1990), 5⟧1.\n2 ⟦Anna Smith, The Long War (London: Faber, 1990), 9⟧1."
    )
    assert apparatus.works[0].entry.get("publisher") == "Faber"
