/**
 * What a record adds to the windows, by itself or joined with what was known of the application.
 */
@NullMarked
package io.creditstream.drift.counting;

import org.jspecify.annotations.NullMarked;
