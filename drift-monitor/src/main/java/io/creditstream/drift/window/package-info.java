/** Windows of event time. */
@NullMarked
package io.creditstream.drift.window;

import org.jspecify.annotations.NullMarked;
