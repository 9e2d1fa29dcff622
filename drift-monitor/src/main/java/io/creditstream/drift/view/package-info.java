/** What the monitor knows at the moment, for people and programs of this process. */
@NullMarked
package io.creditstream.drift.view;

import org.jspecify.annotations.NullMarked;
