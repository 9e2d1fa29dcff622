/** Decisions about groups of people. */
@NullMarked
package io.creditstream.trainer.fairness;

import org.jspecify.annotations.NullMarked;
