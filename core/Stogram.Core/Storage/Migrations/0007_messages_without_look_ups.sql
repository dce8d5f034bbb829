-- A message is stored under the lock of its chat, by somebody who is a member of it, and members reference both. Looking
-- both up again for every message took a sixth of PostgreSQL's time.
alter table core.messages drop constraint messages_chat_id_fkey, drop constraint messages_sender_id_fkey;
