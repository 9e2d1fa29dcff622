/** Folds of cross-validation. */
@NullMarked
package io.creditstream.trainer.fold;

import org.jspecify.annotations.NullMarked;
