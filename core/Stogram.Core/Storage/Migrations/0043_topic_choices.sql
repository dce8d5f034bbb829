-- A topic may be muted by whoever is in the group, and deleted for everybody: then its row stays, so that clients learn of it.
alter table core.thread_marks add column muted_until timestamptz;
alter table core.topics add column deleted_at timestamptz;
