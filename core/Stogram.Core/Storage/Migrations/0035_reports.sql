-- What was reported, as it was then: the message may be edited or gone, the chat deleted. Hence no references to them.
create table core.reports (
  id uuid primary key,
  organization_id uuid not null references core.organizations,
  reporter_id uuid not null references core.users,
  user_id uuid not null references core.users,
  chat_id uuid,
  message_id uuid,
  chat_name text,
  reason text not null check (reason in ('SPAM', 'ABUSE', 'ILLEGAL', 'OTHER')),
  comment text,
  said text,
  file_names text[] not null default '{}',
  said_at timestamptz,
  state text not null check (state in ('OPEN', 'HIDDEN', 'WARNED', 'REMOVED', 'DISMISSED')),
  decided_by uuid references core.users,
  decided_at timestamptz,
  created_at timestamptz not null
);
create index reports_organization on core.reports (organization_id, state, id);
create index reports_reporter on core.reports (reporter_id, created_at);
