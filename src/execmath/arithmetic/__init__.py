"""Numbers that know how wrong they are, and carry their derivatives."""
