"""LaTeX to a typed tree and back: what is written, what each letter means, where it stands."""
