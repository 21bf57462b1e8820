"""Text as rules see it: folded, cut into lines and tables, with a way back to the original."""
