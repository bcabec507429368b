-- Datasette finds the full-text table of another by `content="..."`, written like that.
CREATE TABLE conflict_pairs (
    first TEXT NOT NULL REFERENCES figures (id), second TEXT NOT NULL REFERENCES figures (id),
    PRIMARY KEY (first, second)
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES articles (id), line INTEGER NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX passages_by_place ON passages (article, "start");
CREATE VIRTUAL TABLE passages_fts USING fts5 (text, content="passages", content_rowid="id");
