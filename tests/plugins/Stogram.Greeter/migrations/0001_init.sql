-- seq is the last message counted: the same event may come twice, in order.
create table counts (
    chat_id uuid primary key,
    organization_id uuid not null,
    messages bigint not null,
    seq bigint not null
);
