/** What the scorer counts and measures. */
@NullMarked
package io.creditstream.scorer.metrics;

import org.jspecify.annotations.NullMarked;
