/** What is counted of a window: bins of the features, and named counts of everything else. */
@NullMarked
package io.creditstream.drift.tally;

import org.jspecify.annotations.NullMarked;
