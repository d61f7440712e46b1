ALTER TABLE known_line ADD COLUMN signer VARCHAR DEFAULT '' NOT NULL;
CREATE TABLE attachment (
    line VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (line, sha256)
);
