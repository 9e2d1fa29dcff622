/** Tables of columns that may be larger than the memory. */
@NullMarked
package io.creditstream.drift.table;

import org.jspecify.annotations.NullMarked;
