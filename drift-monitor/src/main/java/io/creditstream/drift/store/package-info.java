/** What outlives a process: bytes by key. */
@NullMarked
package io.creditstream.drift.store;

import org.jspecify.annotations.NullMarked;
