"""Detection quality as a number: synthetic drafts with known leaks, and how well they are found."""
