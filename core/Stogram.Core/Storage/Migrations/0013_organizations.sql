-- Where people reach an organization under a name of its own; the first of its names goes into links.
create table core.organization_hosts (
  host text primary key,
  organization_id uuid not null references core.organizations on delete cascade,
  place integer not null
);
create index organization_hosts_organization on core.organization_hosts (organization_id, place);

-- deleted_at: on its way out, by and by; suspended from that moment on.
alter table core.organizations
  add column suspended_at timestamptz,
  add column deleted_at timestamptz;

create index chats_organization on core.chats (organization_id);
create index files_organization on core.files (organization_id) include (size);
create index users_operators on core.users (id) where is_operator;

create function core.log_suspension() returns trigger language plpgsql as $$
begin
  insert into core.control_log (session_id) select id from core.sessions where organization_id = new.id and revoked_at is null;
  perform pg_notify('stogram_control', '');
  return null;
end $$;

create trigger organizations_suspension after update of suspended_at on core.organizations
  for each row when (old.suspended_at is null and new.suspended_at is not null)
  execute function core.log_suspension();

-- Append-only as before, but for a log whose organization is deleted for good: it goes with it.
create or replace function core.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from core.organizations o where o.id = old.organization_id and o.deleted_at is not null) then
    return old;
  end if;
  raise exception 'The audit log is append-only.';
end $$;
