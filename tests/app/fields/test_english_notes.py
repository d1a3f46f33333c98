"""Chicago and MHRA notes, newspapers, web pages, theses: fields in, fields out. All works are invented."""

import pytest

from tests.app.fields.checking import check

CHICAGO = [
    (
        "Martha Quill, Harbours of the Inland Sea (Norwich: Alder Press, 1987), 44¦. She adds that trade declined.",
        "book | author = Quill, Martha | title = Harbours of the Inland Sea | location = Norwich | publisher = Alder Press | date = 1987 | @ 44",
    ),
    (
        "Peter Oakes and Ruth Tamm, eds., Salt, Iron, and Empire: Essays, 2nd ed. (New York: Holm & Sons, 2001), 12–15¦.",
        "book | editor = Oakes, Peter and Tamm, Ruth | title = Salt, Iron, and Empire: Essays | edition = 2nd | location = New York | publisher = Holm & Sons | date = 2001 | @ 12–15",
    ),
    (
        "Ruth Tamm, “The Salt Road,” in Salt, Iron, and Empire, ed. Peter Oakes (New York: Holm, 2001), 101–24, 110¦.",
        "incollection | author = Tamm, Ruth | title = The Salt Road | booktitle = Salt, Iron, and Empire | editor = Oakes, Peter | location = New York | publisher = Holm | date = 2001 | pages = 101--24 | @ 110",
    ),
    (
        "Ruth Tamm, “Who Built the Salt Road?” Journal of Transport History 12, no. 3 (Autumn 1999): 201–19¦.",
        "article | author = Tamm, Ruth | title = Who Built the Salt Road? | journaltitle = Journal of Transport History | volume = 12 | number = 3 | date = 1999 | issue = Autumn | pages = 201--19",
    ),
    (
        "Ruth Tamm, “The Salt Road in 1830,” Journal of Transport History 12 (1999): 201–19, at 205¦; but see Oakes.",
        "article | author = Tamm, Ruth | title = The Salt Road in 1830 | journaltitle = Journal of Transport History | volume = 12 | date = 1999 | pages = 201--19 | @ 205",
    ),
    (
        "Ivo Brandt, The Mill and the Mind, trans. Lena Hart, vol. 2 (Leeds: Tern Books, 1956), xiv¦.",
        "book | author = Brandt, Ivo | title = The Mill and the Mind | translator = Hart, Lena | volume = 2 | location = Leeds | publisher = Tern Books | date = 1956 | @ xiv",
    ),
    (
        "Anna Verity, “Dockers and Their Wives, 1889–1911” (PhD diss., University of Hull, 1994), 77¦.",
        "thesis | author = Verity, Anna | title = Dockers and Their Wives, 1889–1911 | type = PhD diss. | institution = University of Hull | date = 1994 | @ 77",
    ),
    (
        "Clive Marsh, “Strike at the Docks Ends,” The Hull Courier, 3 May 1911, 4¦.",
        "article | author = Marsh, Clive | title = Strike at the Docks Ends | journaltitle = The Hull Courier | date = 1911-05-03 | pages = 4",
    ),
    (
        "“Strike at the Docks Ends,” The Hull Courier, May 3, 1911, evening edition¦",
        "article | title = Strike at the Docks Ends | journaltitle = The Hull Courier | date = 1911-05-03",
    ),
    (
        "Clive Marsh, “A Harbour Renewed,” Harbour Trust, last modified June 2, 2015, accessed July 1, 2016, https://harbour.example.org/renewed¦.",
        "online | author = Marsh, Clive | title = A Harbour Renewed | organization = Harbour Trust | date = 2015-06-02 | urldate = 2016-07-01 | url = https://harbour.example.org/renewed",
    ),
    (
        "J. R. Pell et al., The Tidal Survey (Boston: Kestrel, 1971)¦.",
        "book | author = Pell, J. R. and others | title = The Tidal Survey | location = Boston | publisher = Kestrel | date = 1971",
    ),
    (
        "Olaf Renn, Catch 22 Fishes (1961), 9¦.",
        "book | author = Renn, Olaf | title = Catch 22 Fishes | date = 1961 | @ 9",
    ),
    (
        "Hugh de la Mare, “Smugglers’ Tales and Fishers’ Lies,” Folk Studies 4:2 (1978): 33–41¦.",
        "article | author = de la Mare, Hugh | title = Smugglers’ Tales and Fishers’ Lies | journaltitle = Folk Studies | volume = 4 | number = 2 | date = 1978 | pages = 33--41",
    ),
    (
        "Dora Finch, ‘The Weavers’ Revolt’, Past Lives, 7 (1966), 10–31 (p. 12)¦.",
        "article | author = Finch, Dora | title = The Weavers’ Revolt | journaltitle = Past Lives | volume = 7 | date = 1966 | pages = 10--31 | @ 12",
    ),
    (
        "Dora Finch, ‘Looms and Laws’, in Cloth in the North, ed. by Samuel Reed and Joan Ash, Textile Histories, 3 vols (Manchester: Loom Press, 1970), II, pp. 55–80 (p. 61)¦.",
        "incollection | author = Finch, Dora | title = Looms and Laws | booktitle = Cloth in the North | editor = Reed, Samuel and Ash, Joan | series = Textile Histories | volumes = 3 | volume = II | location = Manchester | publisher = Loom Press | date = 1970 | pages = 55--80 | @ 61",
    ),
    (
        "Samuel Reed, Cloth and Credit, Textile Histories, 4 (Manchester: Loom Press, 1968), pp. 20–22¦.",
        "book | author = Reed, Samuel | title = Cloth and Credit | series = Textile Histories | number = 4 | location = Manchester | publisher = Loom Press | date = 1968 | @ 20–22",
    ),
    (
        "Samuel Reed, ‘Cloth and Credit’ (unpublished doctoral thesis, University of Leeds, 1959), p. 8¦.",
        "thesis | author = Reed, Samuel | title = Cloth and Credit | type = unpublished doctoral thesis | institution = University of Leeds | date = 1959 | @ 8",
    ),
    (
        "Reed, Samuel, and Joan Ash, The Loom in England (London: Cass, 1975), p. 3¦.",
        "book | author = Reed, Samuel and Ash, Joan | title = The Loom in England | location = London | publisher = Cass | date = 1975 | @ 3",
    ),
    (
        "Ash, J. (ed.) (1983) Women at the Loom (Leeds: Tern), pp. 4–6¦.",
        "book | editor = Ash, J. | title = Women at the Loom | location = Leeds | publisher = Tern | date = 1983 | @ 4–6",
    ),
    (
        "Ash, J. (1984) ‘Looms and Wages’, Economic Record, 12(3), pp. 40–58¦.",
        "article | author = Ash, J. | title = Looms and Wages | journaltitle = Economic Record | volume = 12 | number = 3 | date = 1984 | pages = 40--58",
    ),
    (
        "Ash, J., & Reed, S. (1990). Looms and wages in the north. Economic Record, 12(3), 40–58. https://doi.org/10.1234/er.1990.12¦",
        "article | author = Ash, J. and Reed, S. | title = Looms and wages in the north | journaltitle = Economic Record | volume = 12 | number = 3 | date = 1990 | pages = 40--58 | doi = 10.1234/er.1990.12",
    ),
    (
        "‘Ferry Sinks off Cork, Reuters, 4 June 1998¦. The captain survived.",
        "article | title = Ferry Sinks off Cork | journaltitle = Reuters | date = 1998-06-04",
    ),
    (
        "Ferry Owners’ Denial Doubted’, Reuters, 5 June 1998¦.",
        "article | title = Ferry Owners’ Denial Doubted | journaltitle = Reuters | date = 1998-06-05",
    ),
    (
        "‘Minister Flies to Oslo’, NTB, reproduced by BBC Monitoring Europe, 9 March 2001¦.",
        "article | title = Minister Flies to Oslo | journaltitle = NTB | note = reproduced by BBC Monitoring Europe | date = 2001-03-09",
    ),
    (
        "“Prices Rise Again,” Boston Globe, Jan. 4, 1974, B3¦; “Prices Fall,” Boston Globe, Jan. 9, 1974.",
        "article | title = Prices Rise Again | journaltitle = Boston Globe | date = 1974-01-04 | pages = B3",
    ),
    (
        "Smith, History of the Hundred of Wirral, vol. ii, p. 33 (2d ed., London, 1880)¦.",
        "book | author = Smith | title = History of the Hundred of Wirral | volume = ii | edition = 2d | location = London | date = 1880 | @ 33",
    ),
    (
        "Harland and Wilkes, Annals of the Guild, p. 5¦.",
        "book | author = Harland and Wilkes | title = Annals of the Guild | @ 5",
    ),
    (
        "W. Thorn, Early Roads of Kent (3d ed., Oxford, 1911), pp. 7, 9¦.",
        "book | author = Thorn, W. | title = Early Roads of Kent | edition = 3d | location = Oxford | date = 1911 | @ 7, 9",
    ),
    (
        "World Grain Council, Annual Report 1963 (Geneva: World Grain Council, 1964), 8¦.",
        "report | author = {World Grain Council} | title = Annual Report 1963 | location = Geneva | publisher = World Grain Council | date = 1964 | @ 8",
    ),
    (
        "Gerd Holt, “Rivers and Reason,” paper presented at the Annual Meeting of the Hydrological Society, Denver, CO, March 4–6, 1988¦.",
        "unpublished | author = Holt, Gerd | title = Rivers and Reason | eventtitle = the Annual Meeting of the Hydrological Society | venue = Denver, CO | date = 1988-03-04/1988-03-06",
    ),
    (
        "Encyclopaedia of Rivers Online, s.v. “Delta,” accessed May 3, 2012, https://rivers.example.org/delta¦.",
        "online | title = Delta | organization = Encyclopaedia of Rivers Online | urldate = 2012-05-03 | url = https://rivers.example.org/delta",
    ),
    (
        "“The Long Tide,” The Weekly Hour, WGBH, March 4, 1979¦.",
        "misc | title = The Long Tide | series = The Weekly Hour | publisher = WGBH | date = 1979-03-04",
    ),
    (
        "Ella Stone, interview by the author, Hull, 4 May 1999¦.",
        "unpublished | author = Stone, Ella | title = interview by the author | venue = Hull | date = 1999-05-04",
    ),
    (
        "Stone to Ferris, 12 June 1944, FO 371/40741, The National Archives, Kew¦.",
        "unpublished | author = Stone | title = Stone to Ferris | date = 1944-06-12 | library = FO 371/40741, The National Archives, Kew",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CHICAGO, ids=[row[0][:40] for row in CHICAGO])
def test_an_english_note_is_read_into_its_fields(text: str, wanted: str) -> None:
    check(text, wanted)
