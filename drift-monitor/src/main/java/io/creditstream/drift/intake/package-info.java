/** Reads decisions and sets aside those that cannot be counted. */
@NullMarked
package io.creditstream.drift.intake;

import org.jspecify.annotations.NullMarked;
