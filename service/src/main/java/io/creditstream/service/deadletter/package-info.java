/** What the headers of a record that is set aside say. */
@NullMarked
package io.creditstream.service.deadletter;

import org.jspecify.annotations.NullMarked;
