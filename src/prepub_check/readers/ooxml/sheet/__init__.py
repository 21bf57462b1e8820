"""Excel workbooks (ISO/IEC 29500-1 §18)."""
