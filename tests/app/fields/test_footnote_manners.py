"""Further manners of French, Italian, Spanish, German and English law footnotes: fields in, fields out. All works are invented."""

import pytest

from tests.app.fields.checking import check

FRENCH = [
    (
        "MOREL Jeanne, Les ports et les hommes, Paris, Plon, 1990, p. 12¦.",
        "book | author = Morel, Jeanne | title = Les ports et les hommes | location = Paris | publisher = Plon | date = 1990 | @ 12",
    ),
    (
        "J. Morel, « Le sel, le roi et l’impôt », Annales du littoral, vol. 12, no 3, juillet-septembre 1998, p. 5-20, ici p. 7¦.",
        "article | author = Morel, J. | title = Le sel, le roi et l’impôt | journaltitle = Annales du littoral | volume = 12 | number = 3 | date = 1998-07/1998-09 | pages = 5--20 | @ 7",
    ),
    (
        "J. Morel et L. Adam (dir.), Ports d’Europe, Paris, PUF, coll. « Quadrige », 2004 [1990], p. 33 sq.¦",
        "book | editor = Morel, J. and Adam, L. | title = Ports d’Europe | location = Paris | publisher = PUF | series = Quadrige | date = 2004 | origdate = 1990 | @ 33 sq.",
    ),
    (
        "L. Adam, « Le phare », in : J. Morel (éd.), Ports d’Europe, Paris 2004, p. 33-50¦.",
        "incollection | author = Adam, L. | title = Le phare | editor = Morel, J. | booktitle = Ports d’Europe | location = Paris | date = 2004 | pages = 33--50",
    ),
    (
        "L. Adam, « Le phare », in Ports d’Europe, sous la direction de J. Morel, Paris, PUF, 2004, p. 33¦.",
        "incollection | author = Adam, L. | title = Le phare | booktitle = Ports d’Europe | editor = Morel, J. | location = Paris | publisher = PUF | date = 2004 | @ 33",
    ),
    (
        "Luc Adam, Mémoires d’un marin, Brest, chez l’auteur, 1911¦.",
        "book | author = Adam, Luc | title = Mémoires d’un marin | location = Brest | publisher = chez l’auteur | date = 1911",
    ),
    (
        "« La grève continue », L’Humanité, 4 mai 1968¦.",
        "article | title = La grève continue | journaltitle = L’Humanité | date = 1968-05-04",
    ),
    (
        "Luc Adam, « Le phare », Cahiers du large, n° 45, 2001, p. 9-31, en ligne : https://cahiers.example.fr/45 (consulté le 3 mai 2010)¦.",
        "article | author = Adam, Luc | title = Le phare | journaltitle = Cahiers du large | number = 45 | date = 2001 | pages = 9--31 | url = https://cahiers.example.fr/45 | urldate = 2010-05-03",
    ),
]

ITALIAN = [
    (
        "C. NERI, I porti e il sale, Milano, Mondadori, 1965, p. 12¦.",
        "book | author = Neri, C. | title = I porti e il sale | location = Milano | publisher = Mondadori | date = 1965 | @ 12",
    ),
    (
        "C. Neri, Il sale del doge, «Studi adriatici», XII (1998), pp. 5-20¦; Galli, Mercanti.",
        "article | author = Neri, C. | title = Il sale del doge | journaltitle = Studi adriatici | volume = XII | date = 1998 | pages = 5--20",
    ),
    (
        "C. Neri, Il sale del doge, in «Studi adriatici», a. XII, n. 3, 1998, p. 9¦.",
        "article | author = Neri, C. | title = Il sale del doge | journaltitle = Studi adriatici | volume = XII | number = 3 | date = 1998 | @ 9",
    ),
    (
        "Il mare e i popoli, a cura di C. Neri e P. Galli, Bologna 1984, pp. 4-6¦.",
        "book | title = Il mare e i popoli | editor = Neri, C. and Galli, P. | location = Bologna | date = 1984 | @ 4-6",
    ),
    (
        "C. Neri - P. Galli, Navi e merci, II, Firenze 1971, p. 300¦.",
        "book | author = Neri, C. and Galli, P. | title = Navi e merci | volume = II | location = Firenze | date = 1971 | @ 300",
    ),
    (
        "P. Galli, voce Doge, in Enciclopedia del mare, vol. III, Roma 1955, pp. 12-14¦.",
        "incollection | author = Galli, P. | title = voce Doge | booktitle = Enciclopedia del mare | volume = III | location = Roma | date = 1955 | pages = 12--14",
    ),
]

IBERIAN = [
    (
        "RIBERA, Marta: «Los puertos», en NIETO, Pablo (ed.): La sal, Madrid: Ancla, 1990, págs. 33-60¦.",
        "incollection | author = Ribera, Marta | title = Los puertos | editor = Nieto, Pablo | booktitle = La sal | location = Madrid | publisher = Ancla | date = 1990 | pages = 33--60",
    ),
    (
        "Marta Ribera, «Los puertos», Anales de la Costa, vol. XII, núm. 3 (1998), p. 7¦.",
        "article | author = Ribera, Marta | title = Los puertos | journaltitle = Anales de la Costa | volume = XII | number = 3 | date = 1998 | @ 7",
    ),
    (
        "Pablo Nieto y Marta Ribera, La sal en América, México, Fondo de Cultura Económica, 1979, pp. 12-13¦.",
        "book | author = Nieto, Pablo and Ribera, Marta | title = La sal en América | location = México | publisher = Fondo de Cultura Económica | date = 1979 | @ 12-13",
    ),
    (
        "PRADO, João. O porto e a cidade. São Paulo: Maré, 1985, p. 21¦.",
        "book | author = Prado, João | title = O porto e a cidade | location = São Paulo | publisher = Maré | date = 1985 | @ 21",
    ),
]

GERMAN = [
    (
        "Wiebe, K.: Der Hafen. Berlin 1999, S. 5 ff.¦",
        "book | author = Wiebe, K. | title = Der Hafen | location = Berlin | date = 1999 | @ 5 ff.",
    ),
    (
        "Wiebe, Karla (2001): Häfen und Märkte. In: Voss, Jan/Lau, Ernst (Hg.): Wirtschaft am Meer. Opladen: Leske + Budrich, S. 45-67¦.",
        "incollection | author = Wiebe, Karla | date = 2001 | title = Häfen und Märkte | editor = Voss, Jan and Lau, Ernst | booktitle = Wirtschaft am Meer | location = Opladen | publisher = Leske + Budrich | pages = 45--67",
    ),
    (
        "Wiebe, ZfK 1999, 14 (17)¦.",
        "article | author = Wiebe | journaltitle = ZfK | date = 1999 | pages = 14 | @ 17",
    ),
    (
        "K. Wiebe, Das Recht der Häfen, in: Neue Küstenzeitschrift 1999, S. 14-20 (17)¦.",
        "article | author = Wiebe, K. | title = Das Recht der Häfen | journaltitle = Neue Küstenzeitschrift | date = 1999 | pages = 14--20 | @ 17",
    ),
    (
        "Karla Wiebe: „Wem gehört der Hafen?“, in: Küstenrundschau Nr. 47 vom 3.5.2011, S. 9¦",
        "article | author = Wiebe, Karla | title = Wem gehört der Hafen? | journaltitle = Küstenrundschau | number = 47 | date = 2011-05-03 | pages = 9",
    ),
    (
        "Deutscher Hafenbund (Hrsg.): Häfen heute, 2. Aufl., Bremen 2003¦.",
        "book | editor = {Deutscher Hafenbund} | title = Häfen heute | edition = 2 | location = Bremen | date = 2003",
    ),
    (
        "Bundesministerium für Küstenschutz: Küstenbericht 2009, Berlin 2010, S. 41¦",
        "report | author = {Bundesministerium für Küstenschutz} | title = Küstenbericht 2009 | location = Berlin | date = 2010 | @ 41",
    ),
    (
        "Lena Kuhl, Arbeit am Deich. Zur Soziologie des Küstenschutzes, Frankfurt am Main/New York: Campus 1994, S. 30¦.",
        "book | author = Kuhl, Lena | title = Arbeit am Deich. Zur Soziologie des Küstenschutzes | location = Frankfurt am Main/New York | publisher = Campus | date = 1994 | @ 30",
    ),
]

LAW_AND_SOCIETY = [
    (
        "R. Marl, ‘Repair’ (1995) 58 M.L.R. 1, 4¦; T. Voss, ‘Rivers’ (1996) 112 L.Q.R. 8.",
        "article | author = Marl, R. | title = Repair | date = 1995 | volume = 58 | journaltitle = M.L.R. | pages = 1 | @ 4",
    ),
    (
        "R. Marl, Repair and Remedy (1980, 2nd ed.) 12–15¦.",
        "book | author = Marl, R. | title = Repair and Remedy | date = 1980 | edition = 2nd | @ 12–15",
    ),
    (
        "R. Marl (ed.), Repair in Law (1991)¦.",
        "book | editor = Marl, R. | title = Repair in Law | date = 1991",
    ),
    (
        "R. Marl, ‘Repair’ in Law and Things, eds. T. Voss and A. Lind (1992), at p. 33¦.",
        "incollection | author = Marl, R. | title = Repair | booktitle = Law and Things | editor = Voss, T. and Lind, A. | date = 1992 | @ 33",
    ),
    (
        "Canal Commission, Report on Repair (1990; Cm. 1201) paras. 3.1–3.4¦.",
        "report | author = {Canal Commission} | title = Report on Repair | date = 1990 | number = Cm. 1201 | @ paras. 3.1–3.4",
    ),
    (
        "R. Marl, ‘What is a “Thing”?: Law’s Objects’ (1999) 26 J. of Law and Things 99, at 101–3¦.",
        "article | author = Marl, R. | title = What is a “Thing”?: Law’s Objects | date = 1999 | volume = 26 | journaltitle = J. of Law and Things | pages = 99 | @ 101–3",
    ),
    (
        "R. Marl, ‘Doing Repair’, paper presented to the Canal Law Association, Leeds (1997)¦.",
        "unpublished | author = Marl, R. | title = Doing Repair | eventtitle = the Canal Law Association | venue = Leeds | date = 1997",
    ),
    (
        "R. Marl, A. Lind, and T. Voss, Three Rivers (Oxford: Clarendon Press, 1990) 12¦.",
        "book | author = Marl, R. and Lind, A. and Voss, T. | title = Three Rivers | location = Oxford | publisher = Clarendon Press | date = 1990 | @ 12",
    ),
]

ROWS = FRENCH + ITALIAN + IBERIAN + GERMAN + LAW_AND_SOCIETY


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_a_footnote_is_read_into_its_fields(text: str, wanted: str) -> None:
    check(text, wanted)
