"""One small article in every format that is read, as bytes, for tests of readers and archives."""

import gzip
import io
import json
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

TITLE = "Boats leave the harbour"
LEAD = "Nine boats left the harbour on Thursday & three came back, the harbour master said."
REST = "At least 40 people were on board, and nobody was hurt, according to the coast guard."
TEXT = f"{LEAD}\n{REST}"
CAPTION = "A boat in the harbour of Velmora"
PUBLISHED = "2024-02-08"
URL = "https://harbourpost.example/boats"
OURS = {
    "id": "hp-1", "outlet": "Harbour Post", "url": URL, "published": PUBLISHED, "title": TITLE,
    "text": TEXT,
}  # fmt: skip
SCHEMA_ORG = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "articleBody": TEXT,
    "datePublished": f"{PUBLISHED}T10:00:00Z",
    "publisher": {"@type": "NewsMediaOrganization", "name": "Harbour Post"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
}
ESCAPED = {"lead": LEAD.replace("&", "&amp;"), "rest": REST}
MARKER = (
    " F-N-S-T-A-R-T. 7 F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-02-08 D-A-T-E-E-N-D.  "
    f"T-I-T-L-E-S-T-A-R-T. {TITLE} T-I-T-L-E-E-N-D.  T-E-X-T-S-T-A-R-T. {TEXT} T-E-X-T-E-N-D. "
).encode()
PAGE = """<!doctype html>
<html lang="en-GB"><head><title>{title} - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="{published}T10:00:00Z">
<link rel="canonical" href="{url}"><script>steal()</script></head>
<body><nav><a href="/">Home</a> <a href="/more">More of our stories</a></nav>
<article><h1>{title}</h1><p>{lead}</p>
<figure><img src="boat.jpg"><figcaption>{caption}</figcaption></figure>
<p>{rest}</p></article>
<footer>All rights reserved by the Harbour Post and its friends</footer></body></html>
""".format(title=TITLE, published=PUBLISHED, url=URL, caption=CAPTION, **ESCAPED).encode()
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>News search</title><language>en-gb</language>
<item><title>{title}</title><link>{url}</link><guid>hp-1</guid>
<description>&lt;p&gt;{lead}&lt;/p&gt;&lt;p&gt;{rest}&lt;/p&gt;</description>
<pubDate>Thu, 08 Feb 2024 21:00:00 GMT</pubDate>
<source url="https://harbourpost.example">Harbour Post</source></item>
</channel></rss>
""".format(title=TITLE, url=URL, lead=LEAD.replace("&", "&amp;amp;"), rest=REST).encode()
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title>{title}</title><link href="{url}"/><id>hp-1</id>
<published>{published}T10:00:00Z</published>
<content type="html">&lt;p&gt;{lead}&lt;/p&gt;&lt;p&gt;{rest}&lt;/p&gt;</content></entry></feed>
""".format(
    title=TITLE, url=URL, published=PUBLISHED, lead=LEAD.replace("&", "&amp;amp;"), rest=REST
).encode()


def csv_table() -> bytes:
    header = ",".join(OURS)
    row = ",".join(f'"{value}"' for value in OURS.values())
    return f"{header}\r\n{row}\r\n".encode()


def parquet_table() -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table({name: [value] for name, value in OURS.items()}), file)
    return file.getvalue()


def warc(*pages: tuple[str, bytes]) -> bytes:
    """A crawl of pages: a response record each, after a note on the crawl itself."""
    records = [_warc_record("warcinfo", None, b"software: a crawler\r\n")]
    for url, page in pages:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        body = http + f"Content-Length: {len(page)}\r\n\r\n".encode() + page
        records.append(_warc_record("response", url, body))
    return b"".join(records)


def _warc_record(kind: str, url: str | None, body: bytes) -> bytes:
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000000>",
        "WARC-Date": "2024-03-01T00:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": "application/http; msgtype=response" if url else "application/warc-fields",
        "Content-Length": len(body),
    }
    lines = [f"{name}: {value}\r\n" for name, value in headers.items() if value is not None]
    return f"WARC/1.0\r\n{''.join(lines)}\r\n".encode() + body + b"\r\n\r\n"


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(members: dict[str, bytes | str]) -> bytes:
    """A .tar of files; a member given as text is a link to that path."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            if isinstance(content, str):
                member.type, member.linkname = tarfile.SYMTYPE, content
                archive.addfile(member)
            else:
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
    return file.getvalue()


DOCUMENTS = {
    "marker": MARKER,
    "plain": TEXT.encode(),
    "html": PAGE,
    "json": json.dumps(SCHEMA_ORG, indent=2).encode(),
    "jsonl": json.dumps(OURS).encode() + b"\n",
    "csv": csv_table(),
    "parquet": parquet_table(),
    "feed": RSS,
}
"""A document of each format, by the name of the format."""

SAMPLES = {
    **DOCUMENTS,
    "atom": ATOM,
    "warc": warc((URL, PAGE)),
    "gzip": gzip.compress(DOCUMENTS["jsonl"], mtime=0),
    "zstandard": zstandard.compress(DOCUMENTS["jsonl"]),
    "zip": zipped({"a/boats.txt": TEXT.encode(), "b.html": PAGE}),
    "tar": tarred({"boats.txt": TEXT.encode(), "feed.xml": RSS}),
    "crawl": gzip.compress(warc((URL, PAGE)), mtime=0),
    "nested": gzip.compress(tarred({"in.zip": zipped({"x.json.gz": gzip.compress(MARKER)})})),
}
"""Those, and archives of them."""
