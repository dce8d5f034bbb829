-- What calls into plugins have cost on each node lately: each adds what the others say to its own.
create unlogged table core.plugin_costs (
  plugin_id text not null references core.plugins,
  node uuid not null,
  hooks jsonb not null,
  at timestamptz not null,
  primary key (plugin_id, node)
);

-- The publisher whose key fitted when it was uploaded; null where nobody signed it.
alter table core.plugin_packages add column signed_by text;
