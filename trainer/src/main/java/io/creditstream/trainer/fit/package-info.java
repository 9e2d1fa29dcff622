/** Fits the model. */
@NullMarked
package io.creditstream.trainer.fit;

import org.jspecify.annotations.NullMarked;
