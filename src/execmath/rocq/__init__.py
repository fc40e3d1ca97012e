"""Says a claim as a Rocq proposition, and asks the prover."""
