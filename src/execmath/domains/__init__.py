"""Sets as sets: members, edges, random points, membership."""
