"""The grammar: from the tokens of a display to the tree of a statement."""
