-- Packages that operators uploaded; each node unpacks what it runs.
create table core.plugin_packages (
  plugin_id text not null,
  version text not null,
  hash text not null,
  zip bytea not null,
  uploaded_by uuid references core.users on delete set null,
  uploaded_at timestamptz not null,
  primary key (plugin_id, version)
);

-- version: the one that shall run. previous: the one to go back to if it does not start. permissions: what somebody
-- agreed to, be it by installing the server that it came with. removed: uninstalled, its data kept.
alter table core.plugins
  add column previous text,
  add column failed_version text,
  add column failed_reason text,
  add column permissions text[] not null default '{}',
  add column removed boolean not null default false;
