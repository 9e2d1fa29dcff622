/** How the applications to be scored differ from the loans trained on. */
@NullMarked
package io.creditstream.trainer.shift;

import org.jspecify.annotations.NullMarked;
