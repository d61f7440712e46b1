CREATE TABLE own_device (
    id VARCHAR NOT NULL,
    sign_seed BLOB NOT NULL,
    CONSTRAINT pk_own_device PRIMARY KEY (id)
);

CREATE TABLE exchange (
    number INTEGER NOT NULL,
    service VARCHAR NOT NULL,
    token VARCHAR NOT NULL,
    door VARCHAR NOT NULL,
    seal_secret BLOB NOT NULL,
    era VARCHAR NOT NULL,
    cursor INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    may_delete BOOLEAN NOT NULL,
    last_at VARCHAR,
    CONSTRAINT pk_exchange PRIMARY KEY (number)
);

CREATE TABLE epoch (
    epoch INTEGER NOT NULL,
    "by" VARCHAR NOT NULL,
    "key" BLOB NOT NULL,
    is_given BOOLEAN NOT NULL,
    letters VARCHAR NOT NULL,
    signature VARCHAR NOT NULL,
    CONSTRAINT pk_epoch PRIMARY KEY (epoch, "by")
);

CREATE TABLE trusted_device (
    id VARCHAR NOT NULL,
    sign_key VARCHAR NOT NULL,
    seal_key VARCHAR NOT NULL,
    door VARCHAR NOT NULL,
    CONSTRAINT pk_trusted_device PRIMARY KEY (id)
);

CREATE TABLE signed_operation (
    operation_number INTEGER NOT NULL,
    signer VARCHAR NOT NULL,
    epoch INTEGER NOT NULL,
    signature BLOB NOT NULL,
    CONSTRAINT pk_signed_operation PRIMARY KEY (operation_number),
    CONSTRAINT fk_signed_operation_operation_number FOREIGN KEY(operation_number) REFERENCES operation (number)
);

CREATE TABLE on_service (
    operation_number INTEGER NOT NULL,
    number INTEGER NOT NULL,
    is_seen BOOLEAN NOT NULL,
    is_blank BOOLEAN NOT NULL,
    CONSTRAINT pk_on_service PRIMARY KEY (operation_number),
    CONSTRAINT fk_on_service_operation_number FOREIGN KEY(operation_number) REFERENCES operation (number)
);

CREATE INDEX ix_on_service_is_seen ON on_service (is_seen, number);

CREATE TABLE arrived_operation (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    body BLOB NOT NULL,
    why VARCHAR NOT NULL,
    CONSTRAINT uq_arrived_operation_id UNIQUE (id)
);

CREATE TABLE service_blob (
    blob VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT pk_service_blob PRIMARY KEY (blob)
);

CREATE TABLE invitation (
    locator VARCHAR NOT NULL,
    code_key BLOB NOT NULL,
    made_at VARCHAR NOT NULL,
    CONSTRAINT pk_invitation PRIMARY KEY (locator)
);
