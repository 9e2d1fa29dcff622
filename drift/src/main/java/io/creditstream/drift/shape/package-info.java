/** Distributions as people see them: named bars, few enough to be drawn. */
@NullMarked
package io.creditstream.drift.shape;

import org.jspecify.annotations.NullMarked;
