/** What the counting side tells the merging side, as compact bytes. */
@NullMarked
package io.creditstream.drift.exchange;

import org.jspecify.annotations.NullMarked;
