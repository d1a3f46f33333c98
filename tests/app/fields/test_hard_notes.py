"""What print, time and haste do to notes: lost marks, old manners, films, reviews, newspapers without a title. All works are invented."""

import pytest

from tests.app.fields.checking import check

NEWSPAPERS = [
    ("The Times, 4 May 1990, p. 7¦.", "article | journaltitle = The Times | date = 1990-05-04 | pages = 7"),
    ("Hull Courier, 3 March 1911¦; see also below.", "article | journaltitle = Hull Courier | date = 1911-03-03"),
    (
        "Editorial, ‘A Canal Too Far’, Financial Mirror 3 May 1991¦.",
        "article | author = Editorial | title = A Canal Too Far | journaltitle = Financial Mirror | date = 1991-05-03",
    ),
    (
        "“Canal Vote Delayed,” Leeds Gazette (Leeds, UK), October 9, 1931, late edition¦.",
        "article | title = Canal Vote Delayed | journaltitle = Leeds Gazette (Leeds, UK) | date = 1931-10-09",
    ),
    (
        "‘Canal Vote: ‘No’ Leads in Poll’, Leeds Gazette, 9 October 1931¦.",
        "article | title = Canal Vote: ‘No’ Leads in Poll | journaltitle = Leeds Gazette | date = 1931-10-09",
    ),
    (
        "A. Penn, 'Barge owners' hopes', Leeds Gazette, 9 October 1931, p. 2¦.",
        "article | author = Penn, A. | title = Barge owners' hopes | journaltitle = Leeds Gazette | date = 1931-10-09 | pages = 2",
    ),
    (
        "‘Locks Reopened’,, 5 May 2008, (accessed June 1, 2008)¦.",
        "online | title = Locks Reopened | date = 2008-05-05 | urldate = 2008-06-01",
    ),
    (
        "‘Locks Reopened’, Canal News Agency, (accessed 1 June 2008)¦.",
        "article | title = Locks Reopened | journaltitle = Canal News Agency | urldate = 2008-06-01",
    ),
    (
        "‘Locks Reopened’, Canal Post, 5 May 2008, http://www.canalpost.example/a?id=3&p=2 (accessed 1 June 2008)¦.",
        "article | title = Locks Reopened | journaltitle = Canal Post | date = 2008-05-05 | url = http://www.canalpost.example/a?id=3&p=2 | urldate = 2008-06-01",
    ),
    (
        "Ulla Thor, ‘Schleuse wieder offen’, Die Kanalzeitung, 5. Mai 2008, S. 3¦.",
        "article | author = Thor, Ulla | title = Schleuse wieder offen | journaltitle = Die Kanalzeitung | date = 2008-05-05 | pages = 3",
    ),
]

BOOKS = [
    (
        "Martha Quill, Harbours of the Inland Sea, rev. ed. (1987; repr., Norwich: Alder Press, 1999), 44¦.",
        "book | author = Quill, Martha | title = Harbours of the Inland Sea | edition = rev. | location = Norwich | publisher = Alder Press | date = 1999 | origdate = 1987 | @ 44",
    ),
    (
        "Martha Quill, Harbours, 1750–1830: Trade, Credit and War (Norwich: Alder Prcss, 1987), pp. 9-11¦.",
        "book | author = Quill, Martha | title = Harbours, 1750–1830: Trade, Credit and War | location = Norwich | publisher = Alder Prcss | date = 1987 | @ 9-11",
    ),
    (
        "Martha Quill, What Was a Harbour? (Norwich, 1987), 3¦.",
        "book | author = Quill, Martha | title = What Was a Harbour? | location = Norwich | date = 1987 | @ 3",
    ),
    (
        "Quill M., Harbours in Peace, London and New York, Routledge, 1991, 12¦.",
        "book | author = Quill, M. | title = Harbours in Peace | location = London and New York | publisher = Routledge | date = 1991 | @ 12",
    ),
    (
        "Quill, Harbours in Peace, London 1991, p. 12¦.",
        "book | author = Quill | title = Harbours in Peace | location = London | date = 1991 | @ 12",
    ),
    (
        "J. van der Meer and L. De Vries, Dikes (The Hague: Nijhoff, 1950)¦.",
        "book | author = van der Meer, J. and De Vries, L. | title = Dikes | location = The Hague | publisher = Nijhoff | date = 1950",
    ),
    (
        "Helmuth von Moltendorf, Briefe, ed. and trans. Ada Clegg (London: Dent, 1930), i, pp. 12–14¦.",
        "book | author = von Moltendorf, Helmuth | title = Briefe | editor = Clegg, Ada | translator = Clegg, Ada | location = London | publisher = Dent | date = 1930 | volume = i | @ 12–14",
    ),
    (
        "Ministry of Canals, The Future of Inland Water (London: HMSO, 1947), para. 15¦.",
        "report | author = {Ministry of Canals} | title = The Future of Inland Water | location = London | publisher = HMSO | date = 1947 | @ para. 15",
    ),
    (
        "Samuel Reed, Jr., Cloth (Leeds: Tern, 1960), 5 n. 12¦.",
        "book | author = Reed, Jr., Samuel | title = Cloth | location = Leeds | publisher = Tern | date = 1960 | @ 5 n. 12",
    ),
    (
        "The Letters of Ada Clegg, ed. Joan Ash (Leeds: Tern, 1961), 5, 8–9¦.",
        "book | title = The Letters of Ada Clegg | editor = Ash, Joan | location = Leeds | publisher = Tern | date = 1961 | @ 5, 8–9",
    ),
    (
        "Joan Ash, Looms (Leeds: Tern, forthcoming)¦.",
        "book | author = Ash, Joan | title = Looms | location = Leeds | publisher = Tern | pubstate = forthcoming",
    ),
    (
        "Joan Ash, Looms (n.p., n.d.), 4¦.",
        "book | author = Ash, Joan | title = Looms | @ 4",
    ),
]

ARTICLES = [
    (
        "Joan Ash, review of Cloth and Credit, by Samuel Reed, Textile Review 3 (1969): 88¦.",
        "article | author = Ash, Joan | title = review of Cloth and Credit, by Samuel Reed | journaltitle = Textile Review | volume = 3 | date = 1969 | @ 88",
    ),
    (
        'Joan Ash, "Looms and Laws," Textile Review, Vol. 3, No. 2 (June 1969), pp. 88-99¦.',
        "article | author = Ash, Joan | title = Looms and Laws | journaltitle = Textile Review | volume = 3 | number = 2 | date = 1969-06 | pages = 88--99",
    ),
    (
        "Joan Ash, ‘Looms and Laws’, Textile Review 3/2, 1969, pp. 88–99, here p. 90¦.",
        "article | author = Ash, Joan | title = Looms and Laws | journaltitle = Textile Review | volume = 3 | number = 2 | date = 1969 | pages = 88--99 | @ 90",
    ),
    (
        "Ash, Joan. “Looms and Laws.” Textile Review 3, no. 2 (1969): 88–99¦.",
        "article | author = Ash, Joan | title = Looms and Laws | journaltitle = Textile Review | volume = 3 | number = 2 | date = 1969 | pages = 88--99",
    ),
    (
        "Ash, Looms and Laws, 3 Textile Review 88 (1969)¦.",
        "article | author = Ash | title = Looms and Laws | volume = 3 | journaltitle = Textile Review | pages = 88 | date = 1969",
    ),
    (
        "Joan Ash, ‘Looms and Laws’ Textile Review, 3 (1969), 88–99¦.",
        "article | author = Ash, Joan | title = Looms and Laws | journaltitle = Textile Review | volume = 3 | date = 1969 | pages = 88--99",
    ),
    (
        "Joan Ash, “Looms in ‘Hard Times,’” Textile Review 4 (1970): e15¦.",
        "article | author = Ash, Joan | title = Looms in ‘Hard Times,’ | journaltitle = Textile Review | volume = 4 | date = 1970 | @ e15",
    ),
    (
        "Joan Ash, ‘In the Shadow of the Loom’, in Essays for Samuel Reed, eds. K. Orr and L. Orr (Leeds: Tern, 1980), p. 15¦.",
        "incollection | author = Ash, Joan | title = In the Shadow of the Loom | booktitle = Essays for Samuel Reed | editor = Orr, K. and Orr, L. | location = Leeds | publisher = Tern | date = 1980 | @ 15",
    ),
    (
        "Joan Ash, ‘Weaving’, in: K. Orr, L. Orr and M. Poe (eds.), Essays, Leeds: Tern 1980, pp. 15–40¦.",
        "incollection | author = Ash, Joan | title = Weaving | editor = Orr, K. and Orr, L. and Poe, M. | booktitle = Essays | location = Leeds | publisher = Tern | date = 1980 | pages = 15--40",
    ),
    (
        "Ash, J., ‘Weaving’, in Orr, K. and Orr, L. (eds), Essays (Leeds: Tern, 1980), 15–40¦.",
        "incollection | author = Ash, J. | title = Weaving | editor = Orr, K. and Orr, L. | booktitle = Essays | location = Leeds | publisher = Tern | date = 1980 | pages = 15--40",
    ),
    (
        "Joan Ash, ‘Weav- ing in War’, Textile Re- view 5 (1971), 7¦.",
        "article | author = Ash, Joan | title = Weaving in War | journaltitle = Textile Review | volume = 5 | date = 1971 | @ 7",
    ),
]

OTHERS = [
    (
        "Lost Canal, directed by Ida Roe (London: Tern Films, 1971), film¦.",
        "movie | title = Lost Canal | editor = Roe, Ida | editortype = director | location = London | publisher = Tern Films | date = 1971",
    ),
    (
        "“The Lost Canal,” Inland Hour, BBC Radio 4, 3 June 1984¦.",
        "misc | title = The Lost Canal | series = Inland Hour | publisher = BBC Radio 4 | date = 1984-06-03",
    ),
    (
        "Ida Roe, Telephone interview with author, 6 May 2001¦.",
        "unpublished | author = Roe, Ida | title = Telephone interview with author | date = 2001-05-06",
    ),
    (
        "Ida Roe, “Canals in Crisis,” Working Paper 12 (Cambridge, MA: Water Institute, 1999), 4¦.",
        "report | author = Roe, Ida | title = Canals in Crisis | type = Working Paper | number = 12 | location = Cambridge, MA | publisher = Water Institute | date = 1999 | @ 4",
    ),
    (
        "TNA, FO 371/1234, Roe to Hart, 3 June 1934, fol. 12¦.",
        "unpublished | author = Roe | title = Roe to Hart | date = 1934-06-03 | library = TNA, FO 371/1234 | @ fol. 12",
    ),
    (
        "Minutes of the Canal Board, 3 June 1934, Box 4, Folder 12, Ida Roe Papers, Leeds Library¦.",
        "unpublished | title = Minutes of the Canal Board | date = 1934-06-03 | library = Box 4, Folder 12, Ida Roe Papers, Leeds Library",
    ),
]

ROWS = NEWSPAPERS + BOOKS + ARTICLES + OTHERS


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_a_hard_note_is_read_into_its_fields(text: str, wanted: str) -> None:
    check(text, wanted)
