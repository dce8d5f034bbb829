-- A chat without a row has no slow mode.
create table intervals (
    chat_id uuid primary key,
    organization_id uuid not null,
    seconds integer not null check (seconds between 1 and 3600)
);

-- Who wrote last, when, and with which message: one row per person in a chat with slow mode.
create table turns (
    chat_id uuid not null,
    user_id uuid not null,
    message_id uuid not null,
    taken_at timestamptz not null,
    primary key (chat_id, user_id)
);
