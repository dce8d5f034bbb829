create table seen (
  id bigint generated always as identity primary key,
  kind text not null,
  chat_id uuid not null,
  seq bigint
);
create table switches (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  what text not null
);
