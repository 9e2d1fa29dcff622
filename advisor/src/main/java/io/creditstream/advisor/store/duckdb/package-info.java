/** The store in an embedded DuckDB. */
@NullMarked
package io.creditstream.advisor.store.duckdb;

import org.jspecify.annotations.NullMarked;
