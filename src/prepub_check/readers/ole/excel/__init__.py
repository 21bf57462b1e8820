"""Workbooks in binary (MS-XLS), as Excel 97 to 2003 and Kingsoft write them."""
