"""How the tagger's model is made: notes written by a grammar, labelled references, and the training itself."""
