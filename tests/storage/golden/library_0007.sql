CREATE TABLE attachment (line VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, size INTEGER NOT NULL, CONSTRAINT pk_attachment PRIMARY KEY (line, sha256));

CREATE TABLE award (number INTEGER NOT NULL, form VARCHAR NOT NULL, recipient VARCHAR NOT NULL, recipient_id VARCHAR NOT NULL, amount_pence INTEGER, awarded_on DATE, programme VARCHAR NOT NULL, area_text VARCHAR NOT NULL, process_id VARCHAR NOT NULL, CONSTRAINT pk_award PRIMARY KEY (number), CONSTRAINT fk_award_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE compact (number INTEGER NOT NULL, edition VARCHAR NOT NULL, state VARCHAR NOT NULL, CONSTRAINT pk_compact PRIMARY KEY (number), CONSTRAINT fk_compact_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE consultation (number INTEGER NOT NULL, closes_on VARCHAR, CONSTRAINT pk_consultation PRIMARY KEY (number), CONSTRAINT fk_consultation_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE earlier (number INTEGER NOT NULL, mark INTEGER NOT NULL, body BLOB NOT NULL, CONSTRAINT pk_earlier PRIMARY KEY (number, mark), CONSTRAINT fk_earlier_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE event (number INTEGER NOT NULL, starts_at VARCHAR, place VARCHAR NOT NULL, organiser VARCHAR NOT NULL, CONSTRAINT pk_event PRIMARY KEY (number), CONSTRAINT fk_event_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE fact (number INTEGER NOT NULL, value DOUBLE, unit VARCHAR NOT NULL, place VARCHAR NOT NULL, area VARCHAR NOT NULL, theme VARCHAR NOT NULL, CONSTRAINT pk_fact PRIMARY KEY (number), CONSTRAINT fk_fact_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE fit_answer (profile_digest VARCHAR NOT NULL, notice_number INTEGER NOT NULL, notice_digest VARCHAR NOT NULL, rules_version VARCHAR NOT NULL, on_day DATE NOT NULL, verdict VARCHAR NOT NULL, score INTEGER NOT NULL, reasons VARCHAR NOT NULL, CONSTRAINT pk_fit_answer PRIMARY KEY (profile_digest, notice_number), CONSTRAINT fk_fit_answer_notice_number FOREIGN KEY(notice_number) REFERENCES record (number) ON DELETE CASCADE) WITHOUT ROWID;

CREATE VIRTUAL TABLE full_index USING fts5(title, who, body, content='', contentless_delete=1, prefix='1 2', tokenize="unicode61 remove_diacritics 2");

CREATE TABLE 'full_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'full_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'full_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'full_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE funding_call (number INTEGER NOT NULL, status VARCHAR NOT NULL, funder_id VARCHAR NOT NULL, programme VARCHAR NOT NULL, income_min_pence INTEGER, income_max_pence INTEGER, decision_weeks INTEGER, CONSTRAINT pk_funding_call PRIMARY KEY (number), CONSTRAINT fk_funding_call_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE gone (number INTEGER NOT NULL, mark INTEGER NOT NULL, kind VARCHAR NOT NULL, id VARCHAR NOT NULL, title VARCHAR NOT NULL, who VARCHAR NOT NULL, until VARCHAR, CONSTRAINT pk_gone PRIMARY KEY (number));

CREATE INDEX ix_award_awarded_on ON award (awarded_on);

CREATE INDEX ix_earlier_mark ON earlier (mark);

CREATE INDEX ix_fit_answer_notice_number ON fit_answer (notice_number);

CREATE INDEX ix_gone_mark ON gone (mark);

CREATE INDEX ix_record_kind ON record (kind, shown);

CREATE INDEX ix_record_open_until ON record (open_until, shown, kind, areas, amount_min_pence, amount_max_pence) WHERE open_until IS NOT NULL;

CREATE INDEX ix_record_practice ON record (closes_on) WHERE practice IS 1;

CREATE TABLE known_line (line VARCHAR NOT NULL, link BLOB NOT NULL, fingerprint VARCHAR NOT NULL, version INTEGER NOT NULL, issued VARCHAR NOT NULL, expires VARCHAR NOT NULL, service VARCHAR NOT NULL, etag VARCHAR NOT NULL, signer VARCHAR DEFAULT '' NOT NULL, CONSTRAINT pk_known_line PRIMARY KEY (line));

CREATE TABLE library (number INTEGER NOT NULL, first_started_on DATE NOT NULL, practice_from DATE NOT NULL, CONSTRAINT pk_library PRIMARY KEY (number));

CREATE TABLE loaded_file (number INTEGER NOT NULL, name VARCHAR NOT NULL, format VARCHAR NOT NULL, loaded_on DATE NOT NULL, CONSTRAINT pk_loaded_file PRIMARY KEY (number), CONSTRAINT uq_loaded_file_name UNIQUE (name));

CREATE TABLE loaded_record (number INTEGER NOT NULL, file INTEGER NOT NULL, CONSTRAINT pk_loaded_record PRIMARY KEY (number, file), CONSTRAINT fk_loaded_record_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE, CONSTRAINT fk_loaded_record_file FOREIGN KEY(file) REFERENCES loaded_file (number) ON DELETE CASCADE) WITHOUT ROWID;

CREATE TABLE origin (name VARCHAR NOT NULL, version INTEGER NOT NULL, digest VARCHAR NOT NULL, as_of DATE, CONSTRAINT pk_origin PRIMARY KEY (name));

CREATE TABLE place (number INTEGER NOT NULL, place_type VARCHAR NOT NULL, code VARCHAR NOT NULL, within VARCHAR NOT NULL, CONSTRAINT pk_place PRIMARY KEY (number), CONSTRAINT fk_place_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE raw (number INTEGER NOT NULL, body BLOB NOT NULL, CONSTRAINT pk_raw PRIMARY KEY (number), CONSTRAINT fk_raw_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE record (number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, origin VARCHAR NOT NULL, kind VARCHAR NOT NULL, id VARCHAR NOT NULL, title VARCHAR NOT NULL, who VARCHAR NOT NULL, summary VARCHAR NOT NULL, opens_on DATE, closes_on DATE, rolling BOOLEAN NOT NULL, amount_min_pence INTEGER, amount_max_pence INTEGER, areas VARCHAR NOT NULL, practice BOOLEAN NOT NULL, source VARCHAR NOT NULL, source_url VARCHAR NOT NULL, licence VARCHAR NOT NULL, as_of DATE, valid_from DATE, valid_to DATE, modified VARCHAR NOT NULL, digest VARCHAR NOT NULL, shown BOOLEAN NOT NULL, open_until VARCHAR);

CREATE TABLE release (number INTEGER NOT NULL, digest VARCHAR NOT NULL, release_id VARCHAR NOT NULL, date VARCHAR NOT NULL, tags VARCHAR NOT NULL, body BLOB NOT NULL, CONSTRAINT pk_release PRIMARY KEY (number, digest), CONSTRAINT fk_release_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE rule (number INTEGER NOT NULL, rule VARCHAR NOT NULL, value DOUBLE, unit VARCHAR NOT NULL, comparison VARCHAR NOT NULL, applies_by VARCHAR NOT NULL, CONSTRAINT pk_rule PRIMARY KEY (number), CONSTRAINT fk_rule_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE strategy (number INTEGER NOT NULL, level VARCHAR NOT NULL, under VARCHAR NOT NULL, page INTEGER, CONSTRAINT pk_strategy PRIMARY KEY (number), CONSTRAINT fk_strategy_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE tender (number INTEGER NOT NULL, stage VARCHAR NOT NULL, status VARCHAR NOT NULL, buyer_id VARCHAR NOT NULL, category VARCHAR NOT NULL, cpv VARCHAR NOT NULL, CONSTRAINT pk_tender PRIMARY KEY (number), CONSTRAINT fk_tender_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE term (number INTEGER NOT NULL, also_known_as VARCHAR NOT NULL, CONSTRAINT pk_term PRIMARY KEY (number), CONSTRAINT fk_term_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE VIRTUAL TABLE title_index USING fts5(title, who, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10', tokenize="unicode61 remove_diacritics 2");

CREATE TABLE 'title_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'title_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'title_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'title_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE to_index (number INTEGER NOT NULL, CONSTRAINT pk_to_index PRIMARY KEY (number), CONSTRAINT fk_to_index_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE TABLE training (number INTEGER NOT NULL, topic VARCHAR NOT NULL, level VARCHAR NOT NULL, language VARCHAR NOT NULL, minutes INTEGER, CONSTRAINT pk_training PRIMARY KEY (number), CONSTRAINT fk_training_number FOREIGN KEY(number) REFERENCES record (number) ON DELETE CASCADE);

CREATE UNIQUE INDEX uq_record_id ON record (id, kind, origin);
