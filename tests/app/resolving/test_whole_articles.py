"""Whole small articles in the manners of the trade: every citation leads to its work."""

from __future__ import annotations

import pytest

from tests.app.resolving.marked import check, read_marked

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
3 ⟦Ibid., 71⟧2.
4 On the wider debate see, among others, ⟦Susan Lucas, Under His Very Windows (New Haven: Yale University Press, 2000)⟧4.
5 ⟦Lucas, Under His Very Windows, 101–5⟧4. See also ⟦Pollock, “Papacy,” 90⟧3.
6 The committee was dissolved in 1951, and nobody regretted it.
7 ⟦John F. Pollock, The Unknown Pope (London: Geoffrey Chapman, 1999), 33⟧5.
8 ⟦Pollock, Unknown Pope, 40⟧5.
9 ⟦Pollock, 41⟧5.
10 ⟦Pollock, “Papacy in Two World Wars,” 95⟧3. The point is disputed by ⟦Owen Marsh, A History of the Popes (Oxford: Clarendon Press, 1998), 400⟧6.
11 ⟦Idem, Britain and the Vatican, 99⟧2.
"""  # noqa: E501

BLUEBOOK = """
1 See ⟦Margaret A. Hollis, Rethinking the Duty of Candor, 54 Stan. L. Rev. 1201, 1210–12 (2002)⟧1 (arguing that candor is a structural norm); ⟦Peter Quint, The Constitution of Settlement 45 (1998)⟧2.
2 ⟦Hollis, supra note 1, at 1215⟧1; see also ⟦Quint, supra note 1, at 50⟧2.
3 ⟦Id. at 52⟧2.
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
5 ⟦Ibíd., 51⟧2.
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


@pytest.mark.parametrize("name", ARTICLES)
def test_every_citation_is_found_whole_and_leads_to_its_work(name: str) -> None:
    check(ARTICLES[name])


@pytest.mark.parametrize("name", ARTICLES)
def test_every_answer_has_a_sentence_for_its_reason(name: str) -> None:
    _, apparatus = read_marked(ARTICLES[name])
    for note in apparatus.notes:
        for citation in note.citations:
            assert citation.reason.endswith("."), note.words(citation)
            assert 0 < citation.confidence <= 1
