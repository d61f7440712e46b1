CREATE TABLE gone (
    number INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    until VARCHAR,
    CONSTRAINT pk_gone PRIMARY KEY (number)
);
CREATE INDEX ix_gone_mark ON gone (mark);
