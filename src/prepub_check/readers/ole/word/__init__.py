"""Word documents in binary (MS-DOC), as Word 97 to 2003 and Kingsoft write them."""
