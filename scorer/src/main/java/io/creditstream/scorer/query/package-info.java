/** What the scorer knows now, for those who ask. */
@NullMarked
package io.creditstream.scorer.query;

import org.jspecify.annotations.NullMarked;
