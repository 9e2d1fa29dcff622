/** Writes what a training run found out for people: reports, notes, slides. */
@NullMarked
package io.creditstream.trainer.report;

import org.jspecify.annotations.NullMarked;
