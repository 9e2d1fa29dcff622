/** State of earlier releases, for the tests that today's code goes on from it. */
@NullMarked
package io.creditstream.service.recorded;

import org.jspecify.annotations.NullMarked;
