"""How fast drafts are checked, beside other ways to do it in the same run."""
