"""Presentations (ISO/IEC 29500-1 §19)."""
