"""Measurements of prepub-check that anyone can repeat."""
