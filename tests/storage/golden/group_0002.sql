CREATE TABLE act (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, id VARCHAR NOT NULL, verb VARCHAR NOT NULL, kind VARCHAR NOT NULL, record_id VARCHAR, who VARCHAR NOT NULL, at VARCHAR NOT NULL, state VARCHAR NOT NULL, CONSTRAINT uq_act_id UNIQUE (id));

CREATE TABLE arrived_operation (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, id VARCHAR NOT NULL, place INTEGER NOT NULL, body BLOB NOT NULL, why VARCHAR NOT NULL, CONSTRAINT uq_arrived_operation_id UNIQUE (id));

CREATE TABLE desk (name VARCHAR NOT NULL, record_id VARCHAR, body VARCHAR NOT NULL, CONSTRAINT pk_desk PRIMARY KEY (name));

CREATE TABLE epoch (epoch INTEGER NOT NULL, "by" VARCHAR NOT NULL, "key" BLOB NOT NULL, is_given BOOLEAN NOT NULL, letters VARCHAR NOT NULL, signature VARCHAR NOT NULL, CONSTRAINT pk_epoch PRIMARY KEY (epoch, "by"));

CREATE TABLE erasure (record_id VARCHAR NOT NULL, operation_number INTEGER NOT NULL, CONSTRAINT pk_erasure PRIMARY KEY (record_id), CONSTRAINT fk_erasure_operation_number FOREIGN KEY(operation_number) REFERENCES operation (number));

CREATE TRIGGER erasure_delete_guard BEFORE DELETE ON erasure WHEN 1 BEGIN SELECT RAISE(ABORT, 'the log of operations only grows'); END;

CREATE TRIGGER erasure_insert_guard BEFORE INSERT ON erasure WHEN NOT EXISTS (SELECT 1 FROM operation WHERE number = NEW.operation_number AND deed = 'erase') OR EXISTS (SELECT 1 FROM erasure WHERE record_id = NEW.record_id) BEGIN SELECT RAISE(ABORT, 'the log of operations only grows'); END;

CREATE TRIGGER erasure_update_guard BEFORE UPDATE ON erasure WHEN 1 BEGIN SELECT RAISE(ABORT, 'the log of operations only grows'); END;

CREATE TABLE exchange (number INTEGER NOT NULL, service VARCHAR NOT NULL, token VARCHAR NOT NULL, door VARCHAR NOT NULL, seal_secret BLOB NOT NULL, era VARCHAR NOT NULL, cursor INTEGER NOT NULL, state VARCHAR NOT NULL, may_delete BOOLEAN NOT NULL, last_at VARCHAR, CONSTRAINT pk_exchange PRIMARY KEY (number));

CREATE TABLE invitation (locator VARCHAR NOT NULL, code_key BLOB NOT NULL, made_at VARCHAR NOT NULL, CONSTRAINT pk_invitation PRIMARY KEY (locator));

CREATE INDEX ix_act_who ON act (who, state);

CREATE INDEX ix_desk_record_id ON desk (record_id);

CREATE INDEX ix_on_service_is_seen ON on_service (is_seen, number);

CREATE INDEX ix_operation_act_id ON operation (act_id);

CREATE INDEX ix_operation_device ON operation (device, number);

CREATE INDEX ix_operation_record_id ON operation (record_id, number);

CREATE INDEX ix_person_operation_number ON person (operation_number);

CREATE INDEX ix_record_kind ON record (kind, binned_at, title);

CREATE INDEX ix_record_operation_number ON record (operation_number);

CREATE TABLE on_service (operation_number INTEGER NOT NULL, number INTEGER NOT NULL, is_seen BOOLEAN NOT NULL, is_blank BOOLEAN NOT NULL, CONSTRAINT pk_on_service PRIMARY KEY (operation_number), CONSTRAINT fk_on_service_operation_number FOREIGN KEY(operation_number) REFERENCES operation (number));

CREATE TABLE operation (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, id VARCHAR NOT NULL, device VARCHAR NOT NULL, kind VARCHAR NOT NULL, record_id VARCHAR, deed VARCHAR NOT NULL, act_id VARCHAR NOT NULL, at VARCHAR NOT NULL, who VARCHAR NOT NULL, previous VARCHAR NOT NULL, digest VARCHAR NOT NULL, body BLOB, CONSTRAINT uq_operation_id UNIQUE (id));

CREATE TRIGGER operation_delete_guard BEFORE DELETE ON operation WHEN 1 BEGIN SELECT RAISE(ABORT, 'the log of operations only grows'); END;

CREATE TRIGGER operation_insert_guard BEFORE INSERT ON operation WHEN EXISTS (SELECT 1 FROM operation WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the log of operations only grows'); END;

CREATE TRIGGER operation_update_guard BEFORE UPDATE ON operation WHEN NOT (NEW.body IS NULL AND NEW.number IS OLD.number AND NEW.id IS OLD.id AND NEW.device IS OLD.device AND NEW.kind IS OLD.kind AND NEW.record_id IS OLD.record_id AND NEW.deed IS OLD.deed AND NEW.act_id IS OLD.act_id AND NEW.at IS OLD.at AND NEW.who IS OLD.who AND NEW.previous IS OLD.previous AND NEW.digest IS OLD.digest AND EXISTS (SELECT 1 FROM erasure WHERE record_id = OLD.record_id)) BEGIN SELECT RAISE(ABORT, 'the log of operations only grows'); END;

CREATE TABLE outbox (operation_number INTEGER NOT NULL, CONSTRAINT pk_outbox PRIMARY KEY (operation_number), CONSTRAINT fk_outbox_operation_number FOREIGN KEY(operation_number) REFERENCES operation (number));

CREATE TABLE own_device (id VARCHAR NOT NULL, sign_seed BLOB NOT NULL, CONSTRAINT pk_own_device PRIMARY KEY (id));

CREATE TRIGGER own_operation_to_outbox AFTER INSERT ON operation WHEN NEW.device = (SELECT id FROM this_device) BEGIN INSERT INTO outbox (operation_number) VALUES (NEW.number); END;

CREATE TABLE person (record_id VARCHAR NOT NULL, email VARCHAR NOT NULL, phone VARCHAR NOT NULL, ties VARCHAR NOT NULL, dbs_recheck_on DATE, operation_number INTEGER NOT NULL, CONSTRAINT pk_person PRIMARY KEY (record_id), CONSTRAINT fk_person_record_id FOREIGN KEY(record_id) REFERENCES record (id), CONSTRAINT fk_person_operation_number FOREIGN KEY(operation_number) REFERENCES operation (number));

CREATE TRIGGER person_delete_guard BEFORE DELETE ON person WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE record_id = OLD.record_id) BEGIN SELECT RAISE(ABORT, 'a record changes only with its operation'); END;

CREATE TRIGGER person_insert_guard BEFORE INSERT ON person WHEN NOT (NEW.operation_number IS (SELECT max(number) FROM operation WHERE record_id = NEW.record_id)) OR EXISTS (SELECT 1 FROM person WHERE record_id = NEW.record_id) BEGIN SELECT RAISE(ABORT, 'a record changes only with its operation'); END;

CREATE TRIGGER person_update_guard BEFORE UPDATE ON person WHEN NOT (NEW.operation_number IS (SELECT max(number) FROM operation WHERE record_id = NEW.record_id)) OR NEW.operation_number <= OLD.operation_number OR NEW.record_id IS NOT OLD.record_id BEGIN SELECT RAISE(ABORT, 'a record changes only with its operation'); END;

CREATE TABLE record (id VARCHAR NOT NULL, kind VARCHAR NOT NULL, title VARCHAR NOT NULL, body VARCHAR NOT NULL, words VARCHAR NOT NULL, heads VARCHAR NOT NULL, choices VARCHAR, binned_at VARCHAR, returned BOOLEAN NOT NULL, operation_number INTEGER NOT NULL, CONSTRAINT pk_record PRIMARY KEY (id), CONSTRAINT fk_record_operation_number FOREIGN KEY(operation_number) REFERENCES operation (number));

CREATE TRIGGER record_delete_guard BEFORE DELETE ON record WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE record_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a record changes only with its operation'); END;

CREATE TRIGGER record_insert_guard BEFORE INSERT ON record WHEN NOT (NEW.operation_number IS (SELECT max(number) FROM operation WHERE record_id = NEW.id)) OR EXISTS (SELECT 1 FROM record WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a record changes only with its operation'); END;

CREATE TRIGGER record_update_guard BEFORE UPDATE ON record WHEN NOT (NEW.operation_number IS (SELECT max(number) FROM operation WHERE record_id = NEW.id)) OR NEW.operation_number <= OLD.operation_number OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'a record changes only with its operation'); END;

CREATE TABLE service_blob (blob VARCHAR NOT NULL, state VARCHAR NOT NULL, CONSTRAINT pk_service_blob PRIMARY KEY (blob));

CREATE TABLE signed_operation (operation_number INTEGER NOT NULL, signer VARCHAR NOT NULL, epoch INTEGER NOT NULL, signature BLOB NOT NULL, CONSTRAINT pk_signed_operation PRIMARY KEY (operation_number), CONSTRAINT fk_signed_operation_operation_number FOREIGN KEY(operation_number) REFERENCES operation (number));

CREATE TABLE this_device (number INTEGER NOT NULL, id VARCHAR NOT NULL, CONSTRAINT pk_this_device PRIMARY KEY (number));

CREATE TABLE trusted_device (id VARCHAR NOT NULL, sign_key VARCHAR NOT NULL, seal_key VARCHAR NOT NULL, door VARCHAR NOT NULL, CONSTRAINT pk_trusted_device PRIMARY KEY (id));
