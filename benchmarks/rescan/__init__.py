"""How rescans do over many pages: right to the row, fast where nothing changed, whole after every kill."""
