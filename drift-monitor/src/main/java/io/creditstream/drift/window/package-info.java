/** Counts decisions on the frozen bins of their model, by windows of event time. */
@NullMarked
package io.creditstream.drift.window;

import org.jspecify.annotations.NullMarked;
