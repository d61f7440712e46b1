CREATE TABLE loaded_file (
    number INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    loaded_on DATE NOT NULL,
    CONSTRAINT pk_loaded_file PRIMARY KEY (number),
    CONSTRAINT uq_loaded_file_name UNIQUE (name)
);

CREATE TABLE loaded_record (
    number INTEGER NOT NULL,
    file INTEGER NOT NULL,
    CONSTRAINT pk_loaded_record PRIMARY KEY (number, file),
    CONSTRAINT fk_loaded_record_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE,
    CONSTRAINT fk_loaded_record_file FOREIGN KEY(file) REFERENCES loaded_file (number) ON DELETE CASCADE
)
 WITHOUT ROWID;
