-- seq is the last message counted: the same event may come twice, in order.
create table counts (
    chat_id uuid primary key,
    messages bigint not null,
    seq bigint not null
);
