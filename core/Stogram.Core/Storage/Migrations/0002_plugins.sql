-- What happened, in the transaction that made it happen; rows below every reader's cursor are deleted.
create table core.outbox (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  chat_id uuid not null,
  kind text not null,
  user_id uuid not null,
  message_id uuid,
  seq bigint
);

create table core.plugins (
  id text primary key,
  version text not null,
  quarantined text,
  changed_at timestamptz not null
);

-- The switch of each organization. told: the plugin knows that it is on here, and must learn when it no longer is.
create table core.organization_plugins (
  organization_id uuid not null references core.organizations,
  plugin_id text not null references core.plugins,
  enabled boolean not null default false,
  told boolean not null default false,
  enabled_after bigint not null default 0,
  settings jsonb not null default '{}',
  changed_by uuid references core.users,
  changed_at timestamptz not null,
  primary key (organization_id, plugin_id)
);

create table core.plugin_nodes (
  plugin_id text not null references core.plugins,
  node text not null,
  version text not null,
  state text not null,
  reason text,
  since timestamptz not null,
  primary key (plugin_id, node)
);

create table core.plugin_migrations (
  plugin_id text not null references core.plugins,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null,
  primary key (plugin_id, name)
);

create table core.plugin_cursors (
  plugin_id text primary key references core.plugins,
  outbox_id bigint not null
);

create table core.plugin_dead_letters (
  plugin_id text not null references core.plugins,
  outbox_id bigint not null,
  event jsonb not null,
  error text not null,
  failed_at timestamptz not null,
  primary key (plugin_id, outbox_id)
);
