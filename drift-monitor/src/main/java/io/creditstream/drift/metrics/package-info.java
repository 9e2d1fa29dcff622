/** Metrics of the drift monitor. */
@NullMarked
package io.creditstream.drift.metrics;

import org.jspecify.annotations.NullMarked;
