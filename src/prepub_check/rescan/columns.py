"""The published tables: pages as they come in, results as they go out, and what each column means."""

from __future__ import annotations

from typing import Final

import pyarrow as pa


def _column(name: str, type_: pa.DataType, meaning: str, *, required: bool = False) -> pa.Field:
    return pa.field(name, type_, nullable=not required, metadata={"meaning": meaning})


_TEXT: Final = pa.string()

PAGES: Final[pa.Schema] = pa.schema(
    [
        _column("page_id", _TEXT, "页面的编号：网址，或在来源里的路径；同一来源里不重复", required=True),
        _column("name", _TEXT, "文件名，后缀帮助判断格式；空值时取自 url 或 page_id"),
        _column("content", pa.binary(), "页面或附件的原始字节；空值表示没有取到"),
        _column("url", _TEXT, "公开的网址"),
        _column("title", _TEXT, "标题"),
        _column("published", _TEXT, "发布日期，ISO 格式，知道多少写多少"),
        _column("unit", _TEXT, "负责的单位"),
        _column("gap_cause", _TEXT, "来源没有给出内容时的原因代码，如 http-error；其他情况为空值"),
        _column("gap_message", _TEXT, "来源没有给出内容时的说明"),
        _column("gap_part", _TEXT, "来源没有给出的是哪一部分"),
        _column("gap_partial", pa.bool_(), "缺的可能不止这一页：打不开的文件夹、断掉的归档"),
    ]
)

RESULTS: Final[pa.Schema] = pa.schema(
    [
        _column("page_id", _TEXT, "页面的编号，与输入一致", required=True),
        _column("url", _TEXT, "公开的网址，与输入一致；没有时为空串", required=True),
        _column(
            "content_digest", _TEXT, "内容摘要：文件名和字节的带密钥 BLAKE2b；没有内容时为空串", required=True
        ),
        _column("settings_digest", _TEXT, "检查条件摘要：规则、配置、版本和已安装的读取库", required=True),
        _column(
            "kind",
            _TEXT,
            "page 页面的结论，finding 发现，gap 没能检查的部分；来源没有给出的页面只有 gap",
            required=True,
        ),
        _column("ordinal", pa.int32(), "在页面内的顺序：page 为 0，其余从 1 起", required=True),
        _column("verdict", _TEXT, "pass、review 或 block；只在 page 行"),
        _column("code", _TEXT, "规则编号，或没能检查的原因代码；page 行为空值"),
        _column("severity", _TEXT, "block、review 或 info；只在 finding 行"),
        _column("counts", pa.bool_(), "是否影响结论；page 行表示有任何一条影响结论", required=True),
        _column("fingerprint", _TEXT, "发现的指纹，跨版本不变；只在 finding 行"),
        _column("place", _TEXT, "位置，或没能检查的部分；page 行为空值"),
        _column("shown", _TEXT, "遮盖后的内容，或没能检查的说明；page 行为空值"),
        _column("record", _TEXT, "与 check --format jsonl 相同的 JSON，不含原值；page 行为空值"),
    ]
)

# What a row of results is known by: rows that agree in these are the same row.
KEY: Final = ("page_id", "content_digest", "settings_digest", "kind", "ordinal", "code")

DIGESTS: Final[pa.Schema] = pa.schema([RESULTS.field(name) for name in ("page_id", "content_digest")])
