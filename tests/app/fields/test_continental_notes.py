"""German, French, Spanish, Italian and Portuguese notes: fields in, fields out. All works are invented."""

import pytest

from tests.app.fields.checking import check

GERMAN = [
    (
        "Karla Wiebe/Ole Brandt: Häfen im Wandel – Eine Bilanz, in: Seewirtschaft 10/2012, S. 13¦",
        "article | author = Wiebe, Karla and Brandt, Ole | title = Häfen im Wandel – Eine Bilanz | journaltitle = Seewirtschaft | number = 10 | date = 2012 | @ 13",
    ),
    (
        "Ole Brandt: Lotsen und Löhne, in: Karla Wiebe/Jan Voss (Hrsg.): Handbuch Hafenarbeit, Rostock 2010, S. 76 f.¦",
        "incollection | author = Brandt, Ole | title = Lotsen und Löhne | editor = Wiebe, Karla and Voss, Jan | booktitle = Handbuch Hafenarbeit | location = Rostock | date = 2010 | @ 76 f.",
    ),
    (
        "Karla Wiebe, Der Hafen. Eine Geschichte, 3., überarb. Aufl., Göttingen 1999, S. 5–7¦.",
        "book | author = Wiebe, Karla | title = Der Hafen. Eine Geschichte | edition = 3 | location = Göttingen | date = 1999 | @ 5–7",
    ),
    (
        "Wiebe, Karla (1999), »Der Hafen als Ordnung«, Zeitschrift für Küstenforschung, Jg. 47, H. 1, S. 14–24¦.",
        "article | author = Wiebe, Karla | date = 1999 | title = Der Hafen als Ordnung | journaltitle = Zeitschrift für Küstenforschung | volume = 47 | number = 1 | pages = 14--24",
    ),
    (
        "Jan Voss, Die Deiche der Marsch, in: Archiv für Landeskunde 12 (1951), S. 1–30, hier S. 9¦.",
        "article | author = Voss, Jan | title = Die Deiche der Marsch | journaltitle = Archiv für Landeskunde | volume = 12 | date = 1951 | pages = 1--30 | @ 9",
    ),
    (
        "J. Voss, Das Recht der Deiche, in: Festschrift für Otto Kern, hrsg. von E. Lau, Bd. 2, München: Isar-Verlag 1962, S. 201–220¦.",
        "incollection | author = Voss, J. | title = Das Recht der Deiche | booktitle = Festschrift für Otto Kern | editor = Lau, E. | volume = 2 | location = München | publisher = Isar-Verlag | date = 1962 | pages = 201--220",
    ),
    (
        "Wiebe/Voss, Küste und Kapital, Frankfurt a. M. 1988¦.",
        "book | author = Wiebe and Voss | title = Küste und Kapital | location = Frankfurt a. M. | date = 1988",
    ),
    (
        "Hafenbund-Stiftung: Jahresbericht, 1.1.2009, S. 36¦",
        "report | author = {Hafenbund-Stiftung} | title = Jahresbericht | date = 2009-01-01 | @ 36",
    ),
    (
        "Lena Kuhl: Deichbau nach 1945, Diss. Kiel 1987, S. 12¦.",
        "thesis | author = Kuhl, Lena | title = Deichbau nach 1945 | type = Diss. | institution = Kiel | date = 1987 | @ 12",
    ),
    (
        "„Hafen gesperrt“, Norddeutsche Zeitung, 24.12.1997, S. 10¦.",
        "article | title = Hafen gesperrt | journaltitle = Norddeutsche Zeitung | date = 1997-12-24 | pages = 10",
    ),
    (
        "Lena Kuhl: Wer zahlt den Deich?, in: Küste und Recht, 5(1)/2009, S. 33¦",
        "article | author = Kuhl, Lena | title = Wer zahlt den Deich? | journaltitle = Küste und Recht | volume = 5 | number = 1 | date = 2009 | @ 33",
    ),
    (
        "Ernst Lau u.a. (Hg.), Quellen zur Deichgeschichte, Bd. 1: Anfänge, Bremen 1930¦.",
        "book | editor = Lau, Ernst and others | title = Quellen zur Deichgeschichte | volume = 1 | titleaddon = Anfänge | location = Bremen | date = 1930",
    ),
]

FRENCH = [
    (
        "Jeanne Morel, « Les ports oubliés », Revue des côtes, t. 12, n° 3, 1998, p. 5-20¦.",
        "article | author = Morel, Jeanne | title = Les ports oubliés | journaltitle = Revue des côtes | volume = 12 | number = 3 | date = 1998 | pages = 5--20",
    ),
    (
        "Jeanne Morel, Les ports et les hommes, Paris, Gallimard, 1990, p. 12¦.",
        "book | author = Morel, Jeanne | title = Les ports et les hommes | location = Paris | publisher = Gallimard | date = 1990 | @ 12",
    ),
    (
        "Luc Adam, « Marins et marchands », dans Jeanne Morel (dir.), Vivre au port, Lyon, Presses du Rhône, 2003, p. 45-67¦.",
        "incollection | author = Adam, Luc | title = Marins et marchands | editor = Morel, Jeanne | booktitle = Vivre au port | location = Lyon | publisher = Presses du Rhône | date = 2003 | pages = 45--67",
    ),
    (
        "Luc Adam, Le Sel, trad. Anne Petit, 2e éd., Paris, Seuil, coll. « Points », 1987, p. 8¦.",
        "book | author = Adam, Luc | title = Le Sel | translator = Petit, Anne | edition = 2e | location = Paris | publisher = Seuil | series = Points | date = 1987 | @ 8",
    ),
    (
        "Anne Petit et Luc Adam, Le Phare : une histoire, Rennes, Éditions du Large, 2011¦.",
        "book | author = Petit, Anne and Adam, Luc | title = Le Phare : une histoire | location = Rennes | publisher = Éditions du Large | date = 2011",
    ),
    (
        "P. Duval, « Grève au port du Havre », Le Monde, 3 mai 1968, p. 4¦.",
        "article | author = Duval, P. | title = Grève au port du Havre | journaltitle = Le Monde | date = 1968-05-03 | pages = 4",
    ),
    (
        "Anne Petit, La Mer et l’État, thèse de doctorat, Université de Nantes, 1999, p. 101¦.",
        "thesis | author = Petit, Anne | title = La Mer et l’État | type = thèse de doctorat | institution = Université de Nantes | date = 1999 | @ 101",
    ),
]

IBERIAN = [
    (
        "Marta Ribera, «Los puertos perdidos», Revista de Historia Naval 12:3 (1998), pp. 5-20¦.",
        "article | author = Ribera, Marta | title = Los puertos perdidos | journaltitle = Revista de Historia Naval | volume = 12 | number = 3 | date = 1998 | pages = 5--20",
    ),
    (
        "Marta Ribera (coord.), Puertos y poder, Madrid, Editorial Ancla, 1990, p. 77¦.",
        "book | editor = Ribera, Marta | title = Puertos y poder | location = Madrid | publisher = Editorial Ancla | date = 1990 | @ 77",
    ),
    (
        "Pablo Nieto, “La sal y el rey”, en Marta Ribera (ed.), Puertos y poder, Madrid, Ancla, 1990, pp. 33-60¦.",
        "incollection | author = Nieto, Pablo | title = La sal y el rey | editor = Ribera, Marta | booktitle = Puertos y poder | location = Madrid | publisher = Ancla | date = 1990 | pages = 33--60",
    ),
    (
        "Nieto, Pablo: Historia de la sal, Barcelona: Crítica, 2001, p. 9¦.",
        "book | author = Nieto, Pablo | title = Historia de la sal | location = Barcelona | publisher = Crítica | date = 2001 | @ 9",
    ),
    (
        "João Prado, O porto e a cidade, São Paulo, Editora Maré, 1985, p. 21¦.",
        "book | author = Prado, João | title = O porto e a cidade | location = São Paulo | publisher = Editora Maré | date = 1985 | @ 21",
    ),
    (
        "«Huelga en el puerto», El País, 7 de mayo de 1988, p. 15¦.",
        "article | title = Huelga en el puerto | journaltitle = El País | date = 1988-05-07 | pages = 15",
    ),
]

ITALIAN = [
    (
        'Carla Neri, Il porto antico, in "Rivista del mare", XII, 1998, pp. 5-20¦.',
        "article | author = Neri, Carla | title = Il porto antico | journaltitle = Rivista del mare | volume = XII | date = 1998 | pages = 5--20",
    ),
    (
        "C. Neri, Il porto e la città, Torino, Einaudi, 1990, p. 33¦.",
        "book | author = Neri, C. | title = Il porto e la città | location = Torino | publisher = Einaudi | date = 1990 | @ 33",
    ),
    (
        "P. Galli, Mercanti e navi, in Il mare e i popoli, a cura di C. Neri, Bologna, Il Mulino, 1984, pp. 101-130¦.",
        "incollection | author = Galli, P. | title = Mercanti e navi | booktitle = Il mare e i popoli | editor = Neri, C. | location = Bologna | publisher = Il Mulino | date = 1984 | pages = 101--130",
    ),
    (
        "P. Galli, «La flotta», in C. Neri (a cura di), Storia della marina, vol. 2, Roma, Ancora, 1979, p. 8¦.",
        "incollection | author = Galli, P. | title = La flotta | editor = Neri, C. | booktitle = Storia della marina | volume = 2 | location = Roma | publisher = Ancora | date = 1979 | @ 8",
    ),
    (
        "P. Galli, Le navi di Pisa, Pisa 1986, pp. 4-6¦.",
        "book | author = Galli, P. | title = Le navi di Pisa | location = Pisa | date = 1986 | @ 4-6",
    ),
]

ROWS = GERMAN + FRENCH + IBERIAN + ITALIAN


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_a_continental_note_is_read_into_its_fields(text: str, wanted: str) -> None:
    check(text, wanted)
