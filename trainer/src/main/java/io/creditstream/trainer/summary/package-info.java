/** What the data are like. */
@NullMarked
package io.creditstream.trainer.summary;

import org.jspecify.annotations.NullMarked;
