-- A poll is a message of its chat; the question and its answers lie in the message itself.
create table questions (
    chat_id uuid not null,
    message_id uuid not null,
    organization_id uuid not null,
    user_id uuid not null,
    options int not null,
    closed boolean not null default false,
    asked_at timestamptz not null,
    primary key (chat_id, message_id)
);

create table votes (
    chat_id uuid not null,
    message_id uuid not null,
    user_id uuid not null,
    option int not null,
    primary key (chat_id, message_id, user_id),
    foreign key (chat_id, message_id) references questions on delete cascade
);
