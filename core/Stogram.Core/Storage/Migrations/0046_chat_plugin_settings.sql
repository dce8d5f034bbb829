-- What a chat has set for itself; it goes with the chat. rev grows by one for each change of a plugin's, and the row of the
-- plugin is locked until that is committed: a node that asks for what came after a number misses nothing.
alter table core.plugins add column chat_rev bigint not null default 0;

create table core.chat_plugin_settings (
  chat_id uuid not null references core.chats on delete cascade,
  plugin_id text not null references core.plugins,
  organization_id uuid not null references core.organizations,
  settings jsonb not null,
  rev bigint not null,
  changed_by uuid references core.users,
  changed_at timestamptz not null,
  primary key (chat_id, plugin_id)
);
create unique index chat_plugin_settings_rev on core.chat_plugin_settings (plugin_id, rev);
