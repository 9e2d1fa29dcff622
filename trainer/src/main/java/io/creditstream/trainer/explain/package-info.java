/** What the features mean to the model: importance, dependence, examples. */
@NullMarked
package io.creditstream.trainer.explain;

import org.jspecify.annotations.NullMarked;
