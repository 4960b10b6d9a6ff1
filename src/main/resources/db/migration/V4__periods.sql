-- Closings of months (rules.md 6). The table period says which months are closed now; what was closed when, and what
-- the ledger said then, stands here and only grows.

-- A month closed. Of two closings of one month the later follows the former, with a reopening between them.
create table closing (
    closing_no   int         not null primary key,
    month        date        not null references period,
    closed_at    timestamptz not null,
    operation_no int         not null unique references operation,
    last_entry   bigint      not null,
    entries      bigint      not null,
    follows      int         unique references closing
);
comment on column closing.last_entry is 'the highest number in the ledger at that moment, 0 where it was empty: the closing covers entries up to it';
comment on column closing.entries is 'how many entries of the month it covers';
comment on column closing.follows is 'the former closing of the same month; entries of the month numbered after that one''s last came between';

create table reopening (
    closing_no   int         not null primary key references closing,
    reopened_at  timestamptz not null,
    operation_no int         not null unique references operation
);

-- The balances as they stood at a closing, in minor units: entries up to its last one, of its month and earlier ones.
create table closing_balance (
    closing_no   int     not null references closing,
    affiliate_no int     not null references affiliate,
    currency     text    not null,
    opening      numeric not null,
    accrued      numeric not null,
    adjusted     numeric not null,
    reversed     numeric not null,
    closing      numeric not null,
    released     numeric not null,
    primary key (closing_no, affiliate_no, currency),
    check (opening + accrued + adjusted + reversed = closing)
);
comment on column closing_balance.released is 'the part of closing that is payable on the month''s last day or before';

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added: % is refused', tg_table_name, tg_op
        using hint = 'What was done is on record for good; do something else and that is recorded too.', errcode = 'restrict_violation';
end $$;
create trigger closing_only_grows before update or delete or truncate on closing
    for each statement execute function refuse_rewriting();
create trigger reopening_only_grows before update or delete or truncate on reopening
    for each statement execute function refuse_rewriting();
create trigger closing_balance_only_grows before update or delete or truncate on closing_balance
    for each statement execute function refuse_rewriting();

-- So do the records of commands, which closings rest on.
create trigger operation_only_grows before update or delete or truncate on operation
    for each statement execute function refuse_rewriting();

grant select, insert on closing, reopening, closing_balance to tieout_app;
revoke update, delete on operation from tieout_app;
revoke delete on period from tieout_app;
