CREATE TABLE consultation (
    number INTEGER NOT NULL,
    closes_on VARCHAR,
    CONSTRAINT pk_consultation PRIMARY KEY (number),
    CONSTRAINT fk_consultation_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE
);
