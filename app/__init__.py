"""What the program does, from a page to a .bib file; knows no Qt."""
