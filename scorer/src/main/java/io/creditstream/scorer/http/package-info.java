/** The HTTP API of the scorer. */
@NullMarked
package io.creditstream.scorer.http;

import org.jspecify.annotations.NullMarked;
