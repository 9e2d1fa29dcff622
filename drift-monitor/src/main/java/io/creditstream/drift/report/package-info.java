/** Turns a closed window into the event that reports it. */
@NullMarked
package io.creditstream.drift.report;

import org.jspecify.annotations.NullMarked;
