/** The drift monitor: what the scorer sees, compared with what its model was trained on. */
@NullMarked
package io.creditstream.drift;

import org.jspecify.annotations.NullMarked;
