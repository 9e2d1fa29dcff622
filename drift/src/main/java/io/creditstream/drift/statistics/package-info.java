/** Measures of the distance between two samples, and how likely they are by chance. */
@NullMarked
package io.creditstream.drift.statistics;

import org.jspecify.annotations.NullMarked;
