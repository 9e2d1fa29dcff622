/** Why a decision was made: contributions and reasons. */
@NullMarked
package io.creditstream.scorer.explanation;

import org.jspecify.annotations.NullMarked;
