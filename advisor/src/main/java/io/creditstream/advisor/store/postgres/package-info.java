/** The store in a PostgreSQL that several advisors share. */
@NullMarked
package io.creditstream.advisor.store.postgres;

import org.jspecify.annotations.NullMarked;
