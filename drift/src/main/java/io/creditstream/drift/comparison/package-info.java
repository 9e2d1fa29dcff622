/** Compares two tables column by column, as a window is compared with its reference. */
@NullMarked
package io.creditstream.drift.comparison;

import org.jspecify.annotations.NullMarked;
