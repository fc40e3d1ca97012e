"""Says both sides of a claim in JavaScript, for a reader who sets the letters."""
