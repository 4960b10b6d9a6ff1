package dev.tieout.connections.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settles what was read of a file of requests or existing customers. To be called in the
 * transaction that completes the file, file by file in reading order.
 */
public final class RequestSettlement {

	private final JdbcClient jdbc;

	public RequestSettlement(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Marks the requests that are held already, and makes the customers of the others
	 * due.
	 * @param file the file's number
	 * @param run the run's number
	 * @param everyone whether the run judges everyone in any case, so that nobody need be
	 * told
	 */
	public void settleRequests(int file, int run, boolean everyone) {
		// Of rows just read the planner knows nothing: it would look each request up
		// among all those of its affiliate.
		this.jdbc.sql("select refresh_statistics()").query((row) -> {
		});
		this.jdbc.sql("""
				update connection_request q
				set standing = 1
				where q.file_no = :file and q.standing = 0 and exists (
				    select from connection_request h
				    where h.customer_no = q.customer_no and h.affiliate_no = q.affiliate_no and h.action = q.action
				          and h.dated = q.dated and (not q.dated or h.at = q.at) and h.standing = 0
				          and (h.request_no < q.request_no or h.file_no is distinct from q.file_no)
				          and (h.file_no is null or h.file_no = q.file_no or h.file_no in
				               (select file_no from input_file where state in ('complete', 'posted'))))
				""").param("file", file).update();
		this.jdbc.sql("""
				update input_file f
				set accepted = f.accepted - repeated.lines, unchanged = f.unchanged + repeated.lines
				from (select count(*) lines from connection_request where file_no = :file and standing = 1) repeated
				where f.file_no = :file
				""").param("file", file).update();
		if (!everyone) {
			this.jdbc.sql("""
					insert into due_customer (customer_no, cause, run_no)
					select distinct customer_no, 1, :run from connection_request where file_no = :file and standing = 0
					""").param("file", file).param("run", run).update();
		}
	}

	/**
	 * Makes due whose address an entry makes an existing customer's, or earlier than
	 * before. An entry that says no more than a former one changes nothing.
	 * @param file the file's number
	 * @param run the run's number
	 */
	public void settleExistingCustomers(int file, int run) {
		this.jdbc.sql("""
				with said as (
				    select customer_no, line, since,
				           (select min(h.since) from existing_customer h
				            join input_file f using (file_no)
				            where h.customer_no = e.customer_no
				                 and case when h.file_no = e.file_no then h.line < e.line
				                     else f.state in ('complete', 'posted') end) held
				    from existing_customer e where e.file_no = :file),
				unchanged as (
				    select count(*) lines from said where held <= since),
				counted as (
				    update input_file f
				    set accepted = f.accepted - unchanged.lines, unchanged = f.unchanged + unchanged.lines
				    from unchanged where f.file_no = :file)
				insert into due_customer (customer_no, cause, run_no)
				select distinct customer_no, 3, :run from said where held is null or held > since
				""").param("file", file).param("run", run).update();
	}

}
