"""Word documents (ISO/IEC 29500-1 §17)."""
