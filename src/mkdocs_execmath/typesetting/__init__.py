"""LaTeX to finished HTML."""
