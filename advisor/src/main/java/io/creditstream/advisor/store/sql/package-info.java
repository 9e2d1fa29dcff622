/** What stores in SQL have in common: lists, single cases and comparisons. */
@NullMarked
package io.creditstream.advisor.store.sql;

import org.jspecify.annotations.NullMarked;
