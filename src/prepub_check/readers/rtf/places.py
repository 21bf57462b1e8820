"""Where the text of a group goes, by the control word that the group begins with."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from ...model import PartKind
from ..markup import words


class Story(NamedTuple):
    """A place that has paragraphs of its own."""

    kind: PartKind
    name: str


STORIES: Final[Mapping[str, Story]] = MappingProxyType(
    {
        "header": Story("header", "页眉"),
        "headerl": Story("header", "页眉（偶数页）"),
        "headerr": Story("header", "页眉"),
        "headerf": Story("header", "页眉（首页）"),
        "footer": Story("footer", "页脚"),
        "footerl": Story("footer", "页脚（偶数页）"),
        "footerr": Story("footer", "页脚"),
        "footerf": Story("footer", "页脚（首页）"),
        "footnote": Story("note", "脚注"),
        "annotation": Story("comment", "批注"),
        "shptxt": Story("body", "文本框"),
        "dptxbxtext": Story("body", "文本框"),
    }
)
PROPERTIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "标题",
        "subject": "主题",
        "author": "作者",
        "operator": "最后修改者",
        "manager": "经理",
        "company": "单位",
        "keywords": "关键词",
        "category": "类别",
        "doccomm": "备注",
        "comment": "备注",
        "hlinkbase": "超链接基础",
        "template": "模板",
    }
)
ASIDES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "fldinst": "域代码",
        "bkmkstart": "图形与书签名称",
        "leveltext": "编号文字",
        "formfield": "内容控件",
        "ffname": "内容控件",
        "ffdeftext": "内容控件",
        "ffhelptext": "内容控件",
        "ffstattext": "内容控件",
        "ffl": "内容控件",
        "xe": "索引项",
        "tc": "目录项",
        "linkval": "链接目标",
        "nextfile": "链接目标",
    }
)
# These hold values that something else asks for by name.
VALUES: Final = frozenset(
    (
        "sn",
        "sv",
        "propname",
        "staticval",
        "docvar",
        "atnauthor",
        "revtbl",
        "objdata",
        "pict",
        "datastore",
        "fonttbl",
        "colortbl",
    )
)
# What layout and programs keep for themselves.
PLUMBING: Final = words(
    "stylesheet listname listoverridetable rsidtbl generator themedata colorschememapping latentstyles "
    "pgdsctbl bkmkend atrfstart atrfend atnref atndate atnid atnparent atntime xmlnstbl mathPr wgrffmtfilter "
    "listtext pntext pn pnseclvl ftnsep ftnsepc aftnsep aftnsepc nonesttables levelnumbers fldtype datafield "
    "objclass panose falt blipuid blipname shprslt upr filetbl passwordhash creatim revtim printim buptim "
    "listpicture nonshppict objname oldcprops oldpprops oldtprops oldsprops tblsxi pgp ebcstart ebcend "
    "bliptag defchp defpap"
)
# Characters that have names.
CHARACTERS: Final = MappingProxyType(
    {"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
     "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "tab": "\t", "line": "\n", "lbr": "\n",
     "~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
)  # fmt: skip
