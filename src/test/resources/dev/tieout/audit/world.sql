-- A program with two runs that posted and one that failed, small enough to know by heart.
insert into edition (edition_no, hash, canonical_text, source_text, recorded_at, recorded_by) overriding system value
values (1, '4be1d0a2c38f5b7e9d01a4c6f8e2b35d7190ac5e64f3b8d2e7c1905ab6f4d3e2', 'c', 's', '2026-10-30T00:00:00Z', 'root');
insert into run (run_no, kind, job_name, job_path, job_text, program_text, edition_no, business_date, covers_from,
                 chunk_size, partitions, state, step, error, lock_token, started_at, ended_at, posted_at, operator,
                 operator_as, tieout_version) overriding system value
values (1, 'run', 'nightly', 'jobs/nightly.yml', 'j', 'p', 1, '2026-10-30', null, 2000, 2, 'COMPLETED', 'report', null,
        1, '2026-10-31T08:30:00Z', '2026-10-31T08:30:05Z', '2026-10-31T08:30:04Z', 'finance', 'Dana', '0.1.0'),
       (2, 'run', 'nightly', 'jobs/nightly.yml', 'j', 'p', 1, '2026-10-31', '2026-10-31', 2000, 2, 'COMPLETED', 'report',
        null, 2, '2026-11-01T08:30:00Z', '2026-11-01T08:30:02.5Z', '2026-11-01T08:30:02Z', 'finance', null, '0.1.0'),
       (3, 'run', 'nightly', 'jobs/nightly.yml', 'j', 'p', 1, '2026-11-01', '2026-11-01', 2000, 2, 'FAILED', 'close',
        'Equation 3 does not close', 3, '2026-11-02T08:30:00Z', '2026-11-02T08:30:02Z', null, 'finance', null, '0.1.0');
insert into program (name, zone, currency, address_key, accepted_edition, last_posted_run)
values ('main', 'America/New_York', 'USD', '\x00', 1, 2);
insert into operation (operation_no, at, operator, operator_as, verb, detail, reason) overriding system value
values (1, '2026-10-30T20:00:00.5Z', 'finance', 'Dana', 'connect', 'customer 12 to bob@partners.example', '=asked, "by phone"');
insert into operation (operation_no, at, operator, operator_as, verb, detail, reason) overriding system value
values (2, '2026-11-01T19:00:00Z', 'finance', 'Dana', 'period close', 'month 2026-09', null);
insert into store (store_no, code, format, order_id_column) overriding system value
values (1, 'web', 'shopify', 'Id'), (2, 'outlet', 'native', 'order_id');

insert into input_file (file_no, run_no, position, kind, store_no, name, path, sha256, reading, bytes, dated, state,
                        records, accepted, unchanged, rejected, posted_by, detail) overriding system value
values (1, 1, 1, 'affiliates', null, 'affiliates.csv', '/in/affiliates.csv', 'aa01', 'r', 1, '2026-10-30T00:00:00Z', 'posted', 2, 2, 0, 0, 1, null),
       (2, 1, 2, 'connections', null, 'connections.csv', '/in/connections.csv', 'aa02', 'r', 1, '2026-10-30T00:00:00Z', 'posted', 4, 3, 1, 0, 1, null),
       (3, 1, 3, 'orders', 1, 'web-1.csv', '/in/web-1.csv', 'aa03', 'r', 1, '2026-10-30T00:00:00Z', 'posted', 6, 4, 0, 2, 1, null),
       (4, 2, 1, 'orders', 1, 'web-2.csv', '/in/web-2.csv', 'aa04', 'r', 1, '2026-10-31T00:00:00Z', 'posted', 1, 1, 0, 0, 2, null),
       (5, 2, 2, 'orders', 2, 'outlet-1.csv', '/in/outlet-1.csv', 'aa05', 'r', 1, '2026-10-31T00:00:00Z', 'posted', 1, 1, 0, 0, 2, null),
       (6, 3, 1, 'orders', 1, 'web-3.csv', '/in/web-3.csv', 'aa06', 'r', 1, '2026-11-01T00:00:00Z', 'complete', 1, 1, 0, 0, null, null),
       (7, 3, 2, 'orders', 1, 'web-4.csv', '/in/web-4.csv', 'aa07', 'r', 1, '2026-11-01T00:00:00Z', 'reading', 1, 1, 0, 0, null, null);
insert into reject (file_no, line, reason, detail, record, order_key)
values (3, 7, 'BAD_AMOUNT', 'column ''Total'': ''-1'' is negative', '1007,"Kim Lee",kim@mail.example,-1,USD', '1007'),
       (3, 8, 'INVALID_EMAIL', '''kim at mail'' is no e-mail address', '1008,Kim,kim at mail', '1008'),
       (7, 2, 'BAD_AMOUNT', 'unseen', 'unseen', null);
insert into notice (file_no, line, kind, order_no, detail)
values (3, 2, 'TOTALS_MISMATCH', 101, 'subtotal 40.00, total 41.00');

insert into affiliate (affiliate_no, hash, address, usable) overriding system value
values (1, gen_random_uuid(), 'ann@partners.example', true), (2, gen_random_uuid(), 'bob@partners.example', true),
       (3, gen_random_uuid(), 'late@partners.example', true);
insert into affiliate_row (affiliate_no, effective_from, status, group_name, ref_code, coupon, name, run_no, file_no, line)
values (1, '-infinity', 'active', '', '', 'ann10', 'Ann, "Field"', 1, 1, 2),
       (2, '-infinity', 'active', 'vip', '', '', '-Bob', 1, 1, 3);
insert into customer (customer_no, hash, usable, address, as_written, name, forgotten_at)
values (11, gen_random_uuid(), true, 'kim@mail.example', 'Kim@Mail.example', 'Kim Lee', null),
       (12, gen_random_uuid(), true, 'joe@mail.example', 'joe@mail.example', null, null),
       (13, gen_random_uuid(), false, '=no address', '=No Address', null, null),
       (14, gen_random_uuid(), true, null, null, null, '2026-10-31T20:00:00Z');

-- Kim is connected to Ann by the file, Joe to Bob by a command and then by a coupon order to nobody new.
insert into connection_request (request_no, customer_no, affiliate_no, action, at, dated, standing, file_no, line, operation_no)
values ((2::bigint << 32) + 2, 11, 1, 0, '2026-09-01T14:00:00Z', true, 0, 2, 2, null),
       ((2::bigint << 32) + 3, 11, 2, 0, '2026-10-30T04:00:00Z', false, 0, 2, 3, null),
       ((2::bigint << 32) + 4, 13, 1, 0, '2026-10-30T04:00:00Z', false, 2, 2, 4, null),
       ((2::bigint << 32) + 5, 11, 1, 0, '2026-09-01T14:00:00Z', true, 1, 2, 5, null),
       ((9::bigint << 32), 12, 2, 0, '2026-10-30T20:00:00Z', true, 0, null, null, 1),
       ((2::bigint << 32) + 6, 12, 3, 0, '2026-10-30T04:00:00Z', false, 0, 2, 6, null);
insert into request_outcome (request_no, customer_no, run_no, outcome, at, other_affiliate_no, superseded_by)
values ((2::bigint << 32) + 2, 11, 1, 9, '2026-09-01T14:00:00Z', null, null),
       ((2::bigint << 32) + 3, 11, 1, 5, '2026-10-30T04:00:00Z', 1, null),
       ((9::bigint << 32), 12, 1, 4, '2026-10-30T20:00:00Z', null, 2),
       ((9::bigint << 32), 12, 2, 9, '2026-10-30T20:00:00Z', null, null);
insert into connection (customer_no, affiliate_no, run_no, started_at, origin, source, orders_credited, ended_at, ending,
                        order_limit, expires_at, superseded_by)
values (11, 1, 1, '2026-09-01T14:00:00Z', 0, (2::bigint << 32) + 2, 1, '2026-10-20T14:00:00Z', 0, 5, '2026-10-20T14:00:00Z', null),
       (12, 2, 1, '2026-10-29T14:00:00Z', 1, (9::bigint << 32), 0, null, null, null, null, 2),
       (12, 2, 2, '2026-10-30T20:00:00Z', 1, (9::bigint << 32), 0, '2027-10-30T20:00:00Z', 0, null, '2027-10-30T20:00:00Z', null),
       (14, 1, 1, '2026-10-29T15:00:00Z', 2, 104, 0, null, null, 2, null, null);

insert into order_revision (revision_no, order_no, customer_no, placed_at, revised_at, subtotal, discount, shipping, tax,
                            duties, tip, total, refunded, content_hash, file_no, line, records, store_no, status,
                            tax_treatment, totals_mismatch, currency, order_id, order_number, coupons, ref_code, superseded_by)
values (1, 101, 11, '2026-10-02T14:05:00Z', '2026-10-30T04:00:00Z', 4500, 0, 0, 0, 0, 0, 5000, 0, gen_random_uuid(), 3, 2, 2, 1, 0, 0, true, 'USD', '1001', '#1001', null, null, 6),
       (2, 102, 11, '2026-10-25T14:05:00Z', '2026-10-30T04:00:00Z', 2000, 0, 0, 0, 0, 0, 2000, 0, gen_random_uuid(), 3, 4, 1, 1, 0, 0, false, 'USD', '1002', '#1002', null, null, null),
       (3, 103, -103, '2026-10-25T15:00:00Z', '2026-10-30T04:00:00Z', 1000, 0, 0, 0, 0, 0, 1000, 0, gen_random_uuid(), 3, 5, 1, 1, 0, 0, false, 'USD', '1003', null, null, null, null),
       (4, 104, 14, '2026-10-29T15:00:00Z', '2026-10-30T04:00:00Z', 1000, 0, 0, 0, 0, 0, 1000, 0, gen_random_uuid(), 3, 6, 1, 1, 0, 0, false, 'USD', '1004', null, 'ann10', null, null),
       (6, 101, 11, '2026-10-02T14:05:00Z', '2026-10-31T04:00:00Z', 4500, 0, 0, 0, 0, 0, 5000, 2500, gen_random_uuid(), 4, 2, 1, 1, 1, 0, false, 'USD', '1001', '#1001', null, null, null),
       (7, 105, 12, '2026-10-31T15:00:00Z', '2026-10-31T04:00:00Z', 900, 0, 0, 0, 0, 0, 900, 0, gen_random_uuid(), 5, 2, 1, 2, 0, 0, false, 'JPY', '1001', null, 'gone', null, null),
       (8, 106, 12, '2026-11-01T15:00:00Z', '2026-11-01T04:00:00Z', 900, 0, 0, 0, 0, 0, 900, 0, gen_random_uuid(), 6, 2, 1, 1, 0, 0, false, 'USD', '1006', null, null, null, null),
       (9, 107, 12, '2026-11-01T15:00:00Z', '2026-11-01T04:00:00Z', 900, 0, 0, 0, 0, 0, 900, 0, gen_random_uuid(), 7, 2, 1, 1, 0, 0, false, 'USD', '1009', null, null, null, null);
insert into due_customer (customer_no, cause, run_no) values (12, 0, 3), (11, 4, null);
insert into scope (run_no, due_no, customer_no) values (1, null, 11), (1, null, -103), (1, null, 14), (1, null, 12), (2, null, 11), (2, null, 12), (3, 1, 12);
insert into rules (rules_no, edition_no, effective_from, content, calculation) overriding system value
values (1, 1, '2026-01-01', 'c', 1);

insert into decision (order_no, customer_no, order_total, run_no, rules_no, file_no, line, reason, new_customer, currency,
                      source, affiliate_no, connection_started_at, order_of_limit, order_limit, expires_at, base,
                      commission, rates, superseded_by)
values (101, 11, 5000, 1, 1, 3, 2, 21, true, 'USD', 0, 1, '2026-09-01T14:00:00Z', 1, 5, '2026-10-20T14:00:00Z', 4500, 450, '10%', 2),
       (102, 11, 2000, 1, 1, 3, 4, 10, false, 'USD', 0, 1, '2026-09-01T14:00:00Z', null, null, '2026-10-20T14:00:00Z', null, null, null, null),
       (103, -103, 1000, 1, 1, 3, 5, 0, false, 'USD', null, null, null, null, null, null, null, null, null, null),
       (104, 14, 1000, 1, 1, 3, 6, 21, true, 'USD', 1, 1, null, null, null, null, 1000, 100, '10%', null),
       (101, 11, 5000, 2, 1, 4, 2, 21, true, 'USD', 0, 1, '2026-09-01T14:00:00Z', 1, 5, '2026-10-20T14:00:00Z', 2250, 225, '10%', null),
       (105, 12, 900, 2, 1, 5, 2, 14, true, 'JPY', null, null, null, null, null, null, null, null, null, null),
       (106, 12, 900, 3, 1, 6, 2, 21, true, 'USD', 0, 2, '2026-10-30T20:00:00Z', 1, null, '2027-10-30T20:00:00Z', 900, 90, '10%', null);
insert into period (month, closed) values ('2026-09-01', true), ('2026-10-01', false);
insert into closing (closing_no, month, closed_at, operation_no, last_entry, entries)
values (1, '2026-09-01', '2026-11-01T19:00:00Z', 2, 4, 1);
insert into closing_balance (closing_no, affiliate_no, currency, opening, accrued, adjusted, reversed, closing, released)
values (1, 2, 'USD', 0, 0, 0, -50, -50, 0);
insert into ledger_entry (entry_no, order_no, customer_no, amount, ordered_at, posted_at, run_no, affiliate_no, file_no,
                          line, business_date, period, payable_on, type, reason, currency, order_id, corrects)
values (1, 101, 11, 450, '2026-10-02T14:05:00Z', '2026-10-31T08:30:04Z', 1, 1, 3, 2, '2026-10-30', '2026-10-01', '2026-11-01', 0, 21, 'USD', '1001', null),
       (2, 104, 14, 100, '2026-10-29T15:00:00Z', '2026-10-31T08:30:04Z', 1, 1, 3, 6, '2026-10-30', '2026-10-01', '2026-11-28', 0, 21, 'USD', '1004', null),
       (3, 101, 11, -225, '2026-10-02T14:05:00Z', '2026-11-01T08:30:02Z', 2, 1, 4, 2, '2026-10-31', '2026-10-01', '2026-11-01', 1, 21, 'USD', '1001', 1),
       (4, 90, 12, -50, '2026-09-02T14:05:00Z', '2026-11-01T08:30:02Z', 2, 2, 4, 2, '2026-10-31', '2026-09-01', '2026-10-02', 2, 4, 'USD', '900', null);
insert into control_total (run_no, equation, subject, expected, found, detail)
values (2, 1, 'web-2.csv', 1, 1, 'records'), (2, 2, 'USD', 50.00, 50.00, 'order totals'), (2, 3, 'ann@partners.example', -2.25, -2.25, 'USD'),
       (2, 4, 'entries', 2, 2, 'with a line'), (3, 3, 'ann@partners.example', 1, 2, 'USD');

insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (1, 0, 'run', 'k');
insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status)
values (1, 0, 1, '2026-11-01 08:30:00', '2026-11-01 08:30:00', '2026-11-01 08:30:02', 'COMPLETED');
insert into batch_job_execution_params (job_execution_id, parameter_name, parameter_type, parameter_value, identifying)
values (1, 'run', 'java.lang.Long', '2', 'Y');
insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, start_time,
                                  end_time, status, commit_count, read_count, write_count, exit_message)
values (1, 0, 'read orders', 1, '2026-11-01 08:30:00', '2026-11-01 08:30:00', '2026-11-01 08:30:02', 'COMPLETED', 3, 4000, 3990, ''),
       (2, 0, 'read orders file:000009', 1, '2026-11-01 08:30:00', '2026-11-01 08:30:00', '2026-11-01 08:30:02', 'COMPLETED', 3, 4000, 3990, '');
