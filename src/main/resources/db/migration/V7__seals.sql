-- Seals: each posting seals its entries and what they rest on, and is chained to the seal before (docs/proof.md).

-- The text is what was hashed; everything in it can be computed again from the other tables.
create table seal (
    seal_no    int    not null primary key,
    run_no     int    not null unique references run,
    last_entry bigint not null,
    hash       text   not null,
    text       text   not null
);
comment on column seal.last_entry is 'the highest number sealed so far; it is in the text of the last seal with entries';

-- What a seal covers besides entries, as the lines that were hashed: where a seal does not hold, they say what was there.
create table seal_part (
    seal_no int  not null,
    part    text not null,
    lines   text not null,
    primary key (seal_no, part)
);

-- Which seal an operation, a closing or a reopening is in: numbers of operations do not commit in order, so none is told by its number.
create table sealed_record (
    kind    text not null check (kind in ('operation', 'closing', 'reopening')),
    number  int  not null,
    seal_no int  not null,
    primary key (kind, number)
);
create index sealed_record_by_seal on sealed_record (seal_no, kind);

-- Where to look when a seal does not hold: for each entry, in order, its number and the first 8 bytes of its own SHA-256, both
-- big-endian. A guide, not a proof: the seal does not rest on it.
create table seal_fingerprint (
    first_entry bigint not null primary key,
    entries     bytea  not null
);
alter table seal_fingerprint alter column entries set storage external;

create trigger seal_only_grows before update or delete or truncate on seal
    for each statement execute function refuse_change();
create trigger seal_part_only_grows before update or delete or truncate on seal_part
    for each statement execute function refuse_change();
create trigger sealed_record_only_grows before update or delete or truncate on sealed_record
    for each statement execute function refuse_change();
create trigger seal_fingerprint_only_grows before update or delete or truncate on seal_fingerprint
    for each statement execute function refuse_change();

grant select, insert on seal, seal_part, sealed_record, seal_fingerprint to tieout_app;
