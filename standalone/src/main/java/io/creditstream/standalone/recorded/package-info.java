/** What the topics recorded, read from a broker for people who look back. */
@NullMarked
package io.creditstream.standalone.recorded;

import org.jspecify.annotations.NullMarked;
