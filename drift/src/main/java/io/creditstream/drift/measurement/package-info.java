/** Measures each feature of a window against the reference of its model. */
@NullMarked
package io.creditstream.drift.measurement;

import org.jspecify.annotations.NullMarked;
