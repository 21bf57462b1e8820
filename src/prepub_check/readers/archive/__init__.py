"""Archives: what is in them becomes files of their own, within the limits, whatever their names say."""
