-- What a file is, as far as it is known without decoding it. A waveform is at most 100 numbers up to 255.
alter table core.files
  add is_voice boolean not null default false,
  add width integer,
  add height integer,
  add duration double precision,
  add waveform smallint[],
  -- Where its bytes lie: on the disk, or in the bucket that was configured when it came.
  add in_bucket boolean not null default false,
  -- Since when it may be that nothing holds it any more; null once it has been looked at.
  add loose_since timestamptz default now();
create index files_loose on core.files (loose_since) where loose_since is not null;
create index files_owner on core.files (owner_id);

-- A file on its way. Its id becomes the file's; its size is set aside from the quota until it is one.
create table core.uploads (
  id uuid primary key,
  organization_id uuid not null references core.organizations,
  owner_id uuid not null references core.users,
  name text not null,
  size bigint not null,
  is_voice boolean not null,
  duration double precision,
  waveform smallint[],
  -- As the client sent it, for clients that ask (tus).
  metadata text,
  -- Where its bytes are being put; what a node that died has left is found by it.
  path text,
  in_bucket boolean not null default false,
  -- Who writes to it, and until when that counts without another word.
  writer uuid,
  writer_until timestamptz,
  expires_at timestamptz not null
);
create index uploads_expires on core.uploads (expires_at);
create index uploads_owner on core.uploads (owner_id);

-- Bytes in use or set aside: per person, and per organization in the row of nobody.
create table core.storage_usage (
  organization_id uuid not null references core.organizations,
  owner_id uuid not null,
  bytes bigint not null,
  primary key (organization_id, owner_id)
);
create index storage_usage_largest on core.storage_usage (organization_id, bytes desc);

insert into core.storage_usage
  select organization_id, owner_id, sum(size) from core.files group by organization_id, owner_id
  union all
  select organization_id, '00000000-0000-0000-0000-000000000000', sum(size) from core.files group by organization_id;

-- The organization's row first, always: whoever changes several people's waits for it and not crosswise.
create function core.count_bytes(organization uuid, owner uuid, change bigint) returns void language plpgsql as $$
declare
  who uuid;
begin
  foreach who in array array['00000000-0000-0000-0000-000000000000', owner] loop
    update core.storage_usage set bytes = bytes + change where organization_id = organization and owner_id = who;
    -- What takes away makes no row: an organization that is being deleted must not get one again.
    if not found and change > 0 then
      insert into core.storage_usage as u values (organization, who, change)
        on conflict (organization_id, owner_id) do update set bytes = u.bytes + excluded.bytes;
    end if;
  end loop;
end $$;

create function core.count_stored() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform core.count_bytes(new.organization_id, new.owner_id, new.size);
  elsif tg_op = 'DELETE' then
    perform core.count_bytes(old.organization_id, old.owner_id, -old.size);
  elsif new.size <> old.size then
    perform core.count_bytes(new.organization_id, new.owner_id, new.size - old.size);
  end if;
  return null;
end $$;

create trigger count_stored after insert or update of size or delete on core.files
  for each row execute function core.count_stored();
create trigger count_stored after insert or update of size or delete on core.uploads
  for each row execute function core.count_stored();

create function core.loosen_files() returns trigger language plpgsql as $$
begin
  update core.files set loose_since = now() where id in (select file_id from gone);
  return null;
end $$;

create trigger loosen_files after delete on core.message_files
  referencing old table as gone for each statement execute function core.loosen_files();

-- Null: what the server allows.
alter table core.organizations
  add max_file_size bigint,
  add storage_quota bigint,
  add person_quota bigint;

-- Bytes of deleted files that could not be removed yet.
create table core.blobs_left (
  path text primary key,
  in_bucket boolean not null
);
