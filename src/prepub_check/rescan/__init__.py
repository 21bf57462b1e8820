"""Pages that are already public, checked again: from one folder to more than one machine holds."""
