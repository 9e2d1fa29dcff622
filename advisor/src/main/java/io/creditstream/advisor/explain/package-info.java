/** What raised and what lowered a score, in an order that people can follow. */
@NullMarked
package io.creditstream.advisor.explain;

import org.jspecify.annotations.NullMarked;
