"""Presentations in binary (MS-PPT), as PowerPoint 97 to 2003 and Kingsoft write them."""
