-- Grows when the database is restored from a backup: a cursor of another epoch counts revisions that are gone.
alter table core.chats add column epoch integer not null default 0;
