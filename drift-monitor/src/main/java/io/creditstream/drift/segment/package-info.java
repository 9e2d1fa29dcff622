/** Parts of the population: segments to watch by themselves, and groups to treat alike. */
@NullMarked
package io.creditstream.drift.segment;

import org.jspecify.annotations.NullMarked;
