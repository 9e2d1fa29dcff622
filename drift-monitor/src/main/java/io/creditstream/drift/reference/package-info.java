/** The references of the models that were published. */
@NullMarked
package io.creditstream.drift.reference;

import org.jspecify.annotations.NullMarked;
