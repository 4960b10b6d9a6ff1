-- The second calculator (docs/rules.md, written from that page alone): what it is given. A fact stands here as it
-- came, texts as they were written; numbers in the comments are chapters of the page.

create schema calculator;
set search_path = calculator;

create table program (
    zone      text not null,
    post_from date
);

create table ignored_address (
    address text not null
);

-- A rate is a percentage or a flat amount in minor units.
create table version (
    version_no         int primary key,
    effective_from     date    not null,
    tests              text[]  not null,
    switch_on          boolean not null,
    link_on_first      boolean not null,
    link_only_new      boolean not null,
    on_conflict        text    not null,
    expires_after_days int,
    refresh_on_order   boolean not null,
    max_orders         int,
    base               text    not null,
    only_new           boolean not null,
    pay_self           boolean not null,
    pay_affiliates     boolean not null,
    hold_days          int     not null,
    percentage         numeric,
    flat               bigint,
    flat_currency      text
);

-- "has" tells a key that is there and empty (no limit) from one that is absent (the program's).
create table version_group (
    version_no         int     not null references version,
    name               text    not null,
    has_rate           boolean not null,
    percentage         numeric,
    flat               bigint,
    flat_currency      text,
    has_days           boolean not null,
    expires_after_days int,
    has_orders         boolean not null,
    max_orders         int,
    only_new           boolean,
    primary key (version_no, name)
);

create table exempt_affiliate (
    version_no int  not null references version,
    affiliate  text not null
);

create table affiliate_rate (
    version_no    int  not null references version,
    affiliate     text not null,
    percentage    numeric,
    flat          bigint,
    flat_currency text
);

create table product_rate (
    version_no int     not null references version,
    sku        text    not null,
    group_name text,
    affiliate  text,
    percentage numeric not null
);

create table affiliate_row (
    affiliate  text        not null,
    holds_from timestamptz not null,
    status     text        not null,
    group_name text        not null,
    ref_code   text        not null,
    coupon     text        not null,
    primary key (affiliate, holds_from)
);

create table existing_customer (
    customer text        not null,
    since    timestamptz not null
);

-- seq is the order in which lines were read, night the business date of the run that read them.
create table request (
    seq          bigint primary key,
    night        date not null,
    affiliate    text not null,
    customer     text not null,
    connected_at text not null,
    action       text not null
);

create table revision (
    seq        bigint primary key,
    night      date   not null,
    revised_at text   not null,
    store      text   not null,
    order_id   text   not null,
    placed_at  text   not null,
    customer   text   not null,
    status     text   not null,
    currency   text   not null,
    subtotal   bigint not null,
    shipping   bigint not null,
    tax        bigint not null,
    tip        bigint not null,
    total      bigint not null,
    refunded   bigint not null,
    treatment  text   not null,
    coupons    text   not null,
    ref_code   text   not null
);

create table order_line (
    seq      bigint  not null references revision,
    sku      text    not null,
    quantity numeric not null,
    price    numeric not null,
    discount numeric not null
);
create index on order_line (seq);
