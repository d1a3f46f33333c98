"""Short titles, with and without their author, misspelt or cut short; names given to works for later notes."""

from __future__ import annotations

import pytest

from tests.app.resolving.marked import check, numbered

SMITH = "⟦Anna Smith, The Long War (London: Faber, 1990), 5⟧1"
FORD = "⟦Anna Smith, The Cold Summer (London: Faber, 1995), 5⟧2"


@pytest.mark.parametrize(
    "notes",
    [
        (f"{SMITH}.", f"{FORD}.", "⟦Smith, Long War, 7⟧1."),
        (f"{SMITH}.", "This paragraph draws on ⟦Smith, Long War, 34⟧1."),
        (f"{SMITH}.", "⟦Smith 1990, p. 7⟧1."),
        (
            "⟦Anna Smith, The Mill (London: Faber, 1999a), 5⟧1; ⟦Anna Smith, The Ford (London: Faber, 1999b), 6⟧2.",
            "⟦Smith 1999b, 7⟧2.",
            "⟦Smith 1999a, 8⟧1.",
        ),
        # Years in a title are no date.
        (
            "⟦Adam Toze, The Deluge: The Making of Order 1916–1931 (London: Penguin, 2014), 5⟧1.",
            "⟦Toze, The Deluge 1916–1931, 10⟧1.",
        ),
        # One title, two authors.
        (
            "⟦R. Kuhl, Erinnerungen (Bonn, 1948), p. 318⟧1; ⟦E. Olden, Erinnerungen (Leipzig, 1936), p. 8⟧2.",
            "⟦Olden, Erinnerungen, p. 9⟧2.",
            "⟦Kuhl, Erinnerungen, p. 9⟧1.",
        ),
        # A misspelt name, a dropped article, a dropped subtitle.
        ("⟦Wolfgang Schroeder, Das lange Jahr: Chronik (Bonn: Aufbau, 1990), 5⟧1.", "⟦Schröder, Lange Jahr, 8⟧1."),
        # One word from the middle of the title, or some from its end.
        ("⟦Werner Conz, Zum Sturz des Kanzlers. Briefe, Berlin 1953, S. 5⟧1.", "⟦Conz, Sturz, S. 8⟧1."),
        (
            "⟦A. T. Mahon, The Influence of Sails upon the Revolution and Empire (Boston, 1892), II. 233⟧1.",
            "⟦Mahon, Revolution and Empire, II. 266⟧1.",
        ),
        # Words cut short.
        ("⟦J. Roe, The Constitutional History of Kent (London, 1901), p. 5⟧1.", "⟦Roe, Const. Hist., p. 9⟧1."),
        # Another word for the one meant, by the same author.
        (
            "⟦Margarita Roca, Reclamos y representaciones. La política (Bogotá: Norma, 1993), 116⟧1.",
            "⟦Roca, Reclamos y reclamaciones, 201⟧1.",
        ),
        # Names and title are parted wherever they must be.
        (
            "⟦Antonio Anni y Juan Guerr (coords.), Inventando la nación. Siglo XIX (México: Norma, 2003), 9⟧1.",
            "⟦Anni y Guerr, Inventando la nación, 11⟧1.",
        ),
        (
            "⟦Ann Roe, Henry Marlow and Modern Science (London: Faber, 1995), 5⟧1.",
            "⟦Henry Marlow, The Ford (London: Faber, 1890), 3⟧2.",
            "⟦Roe, Henry Marlow and Modern Science, p. 7⟧1.",
        ),
        # A page's column and a diary's day are places in the work.
        (
            "⟦Verhandlungen des Landtags. Stenographische Berichte, Bd. 446, S. 2321⟧1.",
            "⟦Landtag, Sten. Ber. Bd. 446, S. 2334⟧1.",
        ),
        # Author and review, with its volume or year and a page of the article: no title is said again.
        (
            "⟦Pierre Morel, Mill Law in Europe, (1996) 45 Northern and Southern Law Quarterly 52–81⟧1.",
            "⟦Morel, NSLQ 45 (1996), 61 f.⟧1.",
        ),
        (
            "⟦Karl Moor, Das Wehr im Recht, NJW 1990, 937 ff.⟧1; ⟦Isa Berg, Der Müller im Recht, JZ 1992, 277–284⟧2.",
            "⟦Moor, NJW 1990, 940⟧1; ⟦Berg, JZ 1992, 280⟧2.",
        ),
        # Another year of the review is another article.
        ("⟦Karl Moor, Das Wehr im Recht, NJW 1990, 937 ff.⟧1.", "⟦Moor, NJW 1991, 12⟧2."),
    ],
)
def test_a_short_title_leads_to_the_work_it_is_short_for(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


@pytest.mark.parametrize(
    "notes",
    [
        # The author alone, with a volume.
        ("⟦A. Soral, L’Europe et la Révolution (Paris, 1885-1904), III. 472⟧1.", "⟦Soral, VI. 96⟧1."),
        ("⟦G. L. Bier, The Colonial System, 1660-1754 (New York, 1912), I. 84⟧1.", "⟦Bier, Colonial System, I. 90⟧1."),
        ("⟦R. Lovat, The History of Kent, 2 vols (London, 1899), I, 436–40⟧1.", "⟦Lovat, History, II, 112⟧1."),
        # Two men of one surname, told apart by initials and by title.
        (
            "⟦G. F. Martin, Recueil de Lois (2d ed., Basel, 1817), III. 158⟧1.",
            "⟦F. Martin, Recueil des Conventions conclues par la Suisse (Basel, 1874), X. 268⟧2.",
            "⟦Martin, Recueil de Lois, VII. 172⟧1. ⟦F. Martin, Recueil des Conventions, X. 275⟧2.",
        ),
        # A known author's other work, undated, is a new one.
        ("⟦J. H. Roe, William Pott (London, 1911), p. 286⟧1.", "⟦Roe, Life of Grey, II. 255⟧2."),
        ("⟦J. H. Roe, William Pott (London, 1911), p. 286⟧1.", "⟦J. H. Roe, “Corn”, Eng. Hist. Rev., VIII. 704-725⟧2."),
    ],
)
def test_a_volume_does_not_make_a_short_citation_full(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


@pytest.mark.parametrize(
    "notes",
    [
        (f"{SMITH} (hereafter LW).", "⟦LW, 34⟧1."),
        ("⟦Alphonse Petit, Œuvres, Paris, Garnier, 1902⟧1 (désormais OC).", "⟦OC, III, p. 45⟧1."),
        # A sentence of its own names the work.
        (
            "⟦A. Roe (ed.), British Papers on the War (11 vols.; London, 1926-38), II, 178⟧1. Hereafter cited as B.P.",
            "⟦B.P., II, 196⟧1.",
        ),
        (
            "⟦Die grosse Frage der Mächte, ed. J. Roe (40 vols.; Berlin, 1922-27), XIV, 467⟧1. Hereafter cited as G.F.",
            "⟦G.F., XIV, 471⟧1.",
            "⟦G.F., XVII, 431⟧1.",
        ),
        # An archive's name is not one work; the same document again is one, another shelf mark another.
        ("⟦Archives nationales (ci-après AN), F7 12961, rapport du préfet, 12 mars 1907⟧1.", "⟦AN, F7 12962⟧2."),
        ("⟦Bundesarchiv (künftig: BA), R 43 I/123, Bl. 4⟧1.", "⟦BA, R 43 I/123, Bl. 9⟧1.", "⟦BA, R 58/12, Bl. 3⟧2."),
        ("⟦Archives nationales (désormais AN), Marine B3 421, fol. 3⟧1.", "⟦AN, Marine B3 421, fol. 9⟧1."),
        ("⟦Archives nationales (désormais AN), F7 3682, dossier 4⟧1.", "⟦AN, F7 3682, dossier 6⟧1."),
    ],
)
def test_a_name_given_to_a_work_leads_to_it(notes: tuple[str, ...]) -> None:
    check(numbered(*notes))


def test_a_name_that_no_earlier_note_has_leads_nowhere_where_works_are_cited_in_full_first() -> None:
    full = [f"⟦A. Roe{letter}, Mill {letter} (London: Faber, 1990), 5⟧{n}." for n, letter in enumerate("abcdefghij", 1)]
    check(numbered(*full, "⟦Nobody, Estates, 45⟧?."))
    check(numbered("⟦Nobody, Estates, 45⟧1."))
