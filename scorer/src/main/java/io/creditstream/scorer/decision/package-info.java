/** One application with its history becomes one decision. */
@NullMarked
package io.creditstream.scorer.decision;

import org.jspecify.annotations.NullMarked;
