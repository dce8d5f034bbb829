-- Public keys only; what signs with them never leaves the person's device.
create table core.user_passkeys (
  credential_id bytea primary key,
  user_id uuid not null references core.users on delete cascade,
  data jsonb not null,
  last_used_at timestamptz
);
create index user_passkeys_user on core.user_passkeys (user_id);

-- What a device was asked to sign: taken out when it answers, so that no answer counts twice.
create table core.passkey_challenges (
  id uuid primary key,
  user_id uuid references core.users on delete cascade,
  state text not null,
  expires_at timestamptz not null
);
create index passkey_challenges_expiry on core.passkey_challenges (expires_at);
