/** Turns measures and sample sizes into verdicts on a window, and those into a lasting status. */
@NullMarked
package io.creditstream.drift.verdict;

import org.jspecify.annotations.NullMarked;
