-- What answers a message of a group, through however many others, is its thread. The first message, the root, knows how
-- many there are and who spoke last, so that showing it costs no look at them.
alter table core.messages
  add column thread_seq bigint,
  add column reply_count integer not null default 0,
  add column last_reply_seq bigint,
  add column last_reply_at timestamptz,
  add column repliers uuid[] not null default '{}';

with recursive tree as (
  select r.chat_id, r.seq, p.seq as root
  from core.messages r
  join core.messages p on p.chat_id = r.chat_id and p.seq = r.reply_to_seq and p.reply_to_seq is null
  join core.chats c on c.id = r.chat_id and c.type = 'GROUP'
  union all
  select r.chat_id, r.seq, t.root
  from tree t join core.messages r on r.chat_id = t.chat_id and r.reply_to_seq = t.seq
)
update core.messages m set thread_seq = t.root from tree t where m.chat_id = t.chat_id and m.seq = t.seq;

update core.messages m
set reply_count = t.count, last_reply_seq = t.last_seq, last_reply_at = t.last_at, repliers = t.people[1:3]
from (
  select chat_id, thread_seq, sum(count)::int as count, max(last_seq) as last_seq, max(last_at) as last_at,
         array_agg(sender_id order by last_seq desc) as people
  from (
    select chat_id, thread_seq, sender_id, count(*) as count, max(seq) as last_seq, max(created_at) as last_at
    from core.messages where thread_seq is not null and not is_deleted group by chat_id, thread_seq, sender_id) each
  group by chat_id, thread_seq) t
where m.chat_id = t.chat_id and m.seq = t.thread_seq;

create index messages_thread on core.messages (chat_id, thread_seq, seq) where thread_seq is not null;

-- How far somebody has read in a thread; only moves forward, as in the chat.
create table core.thread_marks (
  user_id uuid not null references core.users,
  chat_id uuid not null references core.chats,
  thread_seq bigint not null,
  read_seq bigint not null,
  me_rev bigint not null,
  primary key (user_id, chat_id, thread_seq)
);
create index thread_marks_me on core.thread_marks (user_id, me_rev);
