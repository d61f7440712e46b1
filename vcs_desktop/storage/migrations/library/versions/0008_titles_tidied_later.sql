INSERT INTO title_index (title_index, rank) VALUES ('automerge', 0);
