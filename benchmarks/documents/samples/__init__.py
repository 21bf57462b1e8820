"""Documents to read: one file a format, made the same every time."""
