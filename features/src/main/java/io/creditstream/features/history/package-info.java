/** What is known of a client's past, and which version of a record wins. */
@NullMarked
package io.creditstream.features.history;

import org.jspecify.annotations.NullMarked;
