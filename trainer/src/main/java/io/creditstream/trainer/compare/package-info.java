/** Other kinds of models, for comparison. */
@NullMarked
package io.creditstream.trainer.compare;

import org.jspecify.annotations.NullMarked;
