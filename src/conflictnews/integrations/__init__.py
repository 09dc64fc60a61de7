"""Doors to other tools; each module needs an extra and says which where it is missing."""
