/** Counts rows on the frozen bins of their reference; counts of parts merge exactly. */
@NullMarked
package io.creditstream.drift.histogram;

import org.jspecify.annotations.NullMarked;
