CREATE TABLE known_line (
    line VARCHAR NOT NULL,
    link BLOB NOT NULL,
    fingerprint VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    issued VARCHAR NOT NULL,
    expires VARCHAR NOT NULL,
    service VARCHAR NOT NULL,
    etag VARCHAR NOT NULL,
    CONSTRAINT pk_known_line PRIMARY KEY (line)
);
