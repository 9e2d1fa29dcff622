/** Merges partial counts into windows and closes these by the watermarks of the partitions. */
@NullMarked
package io.creditstream.drift.merging;

import org.jspecify.annotations.NullMarked;
