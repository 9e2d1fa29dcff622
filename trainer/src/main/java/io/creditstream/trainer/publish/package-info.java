/** Hands a model to the scorers. */
@NullMarked
package io.creditstream.trainer.publish;

import org.jspecify.annotations.NullMarked;
