/** How good a model is, and the threshold that costs least. */
@NullMarked
package io.creditstream.trainer.evaluation;

import org.jspecify.annotations.NullMarked;
