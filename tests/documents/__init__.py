"""Documents for the tests: made by LibreOffice where it can, completed by hand where it cannot."""
