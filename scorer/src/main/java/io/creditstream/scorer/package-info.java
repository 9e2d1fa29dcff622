/** The scorer as an application: its configuration, its assembly and its start. */
@NullMarked
package io.creditstream.scorer;

import org.jspecify.annotations.NullMarked;
