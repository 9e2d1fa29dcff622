/** Recorded decisions made again from what the topics recorded, and held against the record. */
@NullMarked
package io.creditstream.scorer.replay;

import org.jspecify.annotations.NullMarked;
