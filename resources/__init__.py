"""Files that the program reads and never writes: word lists, icons, styles, the sample article."""
