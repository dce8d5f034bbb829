-- One row for all that a transaction made happen. Compressing it would cost every send more than writing it.
alter table core.outbox alter column kind type json using json_build_array(json_strip_nulls(json_build_object(
  'kind', kind, 'organization_id', organization_id, 'chat_id', chat_id, 'user_id', user_id,
  'message_id', message_id, 'seq', seq)));
alter table core.outbox rename column kind to events;
alter table core.outbox
  alter column events set storage external,
  drop column organization_id,
  drop column chat_id,
  drop column user_id,
  drop column message_id,
  drop column seq,
  add column happened_at timestamptz not null default now();

-- ordinal: how many events of that row are read; the default is more than any row has, so all of them.
-- lost_since: when the first event happened that was deleted unread and of which the plugin does not know yet.
alter table core.plugin_cursors
  add column ordinal integer not null default 2147483647,
  add column lost_since timestamptz;

alter table core.plugin_dead_letters
  add column ordinal integer not null default 1,
  drop constraint plugin_dead_letters_pkey,
  add primary key (plugin_id, outbox_id, ordinal);
alter table core.plugin_dead_letters alter column ordinal drop default;
update core.plugin_dead_letters set event = jsonb_strip_nulls(event - 'id');
