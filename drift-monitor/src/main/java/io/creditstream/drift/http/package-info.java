/** The pages of the drift monitor: drift as JSON and as a report in HTML. */
@NullMarked
package io.creditstream.drift.http;

import org.jspecify.annotations.NullMarked;
