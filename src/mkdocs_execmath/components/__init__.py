"""One class for each thing that a build does, each with the events it needs."""
