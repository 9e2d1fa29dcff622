/** Records that cannot be processed, set aside with their bytes and a reason. */
@NullMarked
package io.creditstream.scorer.deadletter;

import org.jspecify.annotations.NullMarked;
