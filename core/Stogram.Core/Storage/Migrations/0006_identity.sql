-- Append-only; each row carries the hash of the one before it.
create table core.audit_log (
  organization_id uuid not null references core.organizations,
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  ip text,
  action text not null,
  target_id uuid,
  before text,
  after text,
  hash bytea not null,
  primary key (organization_id, seq)
);

create function core.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is append-only.';
end $$;
create trigger audit_log_append_only before update or delete on core.audit_log
  for each row execute function core.refuse_change();
create trigger audit_log_whole before truncate on core.audit_log
  for each statement execute function core.refuse_change();

alter table core.users
  add column last_code text,
  add column last_code_at timestamptz,
  add column reset_asked_at timestamptz,
  add column deleted_at timestamptz;

create index users_avatar on core.users (avatar_file_id) where avatar_file_id is not null;

-- People who share a chat; everybody with themselves.
create view core.acquaintances as
  select mine.user_id, theirs.user_id as other_id
  from core.memberships mine join core.memberships theirs on theirs.chat_id = mine.chat_id;

alter table core.organizations
  add column two_factor_required boolean not null default false;

create table core.invites (
  id uuid primary key,
  organization_id uuid not null references core.organizations,
  code_hash bytea not null unique,
  created_by uuid not null references core.users,
  email text,
  role text not null check (role in ('ADMIN', 'MEMBER', 'GUEST')),
  chat_ids uuid[] not null default '{}',
  uses integer not null default 0,
  max_uses integer,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index invites_organization on core.invites (organization_id, id);
