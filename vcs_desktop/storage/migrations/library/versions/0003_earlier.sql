CREATE TABLE earlier (
    number INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT pk_earlier PRIMARY KEY (number, mark),
    CONSTRAINT fk_earlier_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE
);
CREATE INDEX ix_earlier_mark ON earlier (mark);
