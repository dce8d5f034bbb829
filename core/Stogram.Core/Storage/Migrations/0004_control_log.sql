-- Where every node must look again: a membership or a session changed. Written by triggers, so in the transaction of the
-- change and whatever made it. It says where, not what: nodes read the row itself, so order does not matter to them.
create table core.control_log (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  chat_id uuid,
  user_id uuid,
  session_id uuid,
  at timestamptz not null default clock_timestamp(),
  check (case when session_id is null then chat_id is not null and user_id is not null
              else chat_id is null and user_id is null end)
);
create index control_log_xid on core.control_log (xid);

create function core.log_membership() returns trigger language plpgsql as $$
begin
  insert into core.control_log (chat_id, user_id) values (new.chat_id, new.user_id);
  perform pg_notify('stogram_control', '');
  return null;
end $$;

create trigger members_join after insert on core.chat_members
  for each row execute function core.log_membership();
create trigger members_change after update of left_at on core.chat_members
  for each row when (old.left_at is distinct from new.left_at) execute function core.log_membership();

create function core.log_session() returns trigger language plpgsql as $$
begin
  insert into core.control_log (session_id) values (old.id);
  perform pg_notify('stogram_control', '');
  return null;
end $$;

create trigger sessions_end after update of revoked_at on core.sessions
  for each row when (old.revoked_at is null and new.revoked_at is not null) execute function core.log_session();
create trigger sessions_delete after delete on core.sessions
  for each row execute function core.log_session();

create function core.log_deactivation() returns trigger language plpgsql as $$
begin
  insert into core.control_log (session_id) select id from core.sessions where user_id = new.id and revoked_at is null;
  perform pg_notify('stogram_control', '');
  return null;
end $$;

create trigger users_deactivation after update of deactivated_at on core.users
  for each row when (old.deactivated_at is null and new.deactivated_at is not null)
  execute function core.log_deactivation();
