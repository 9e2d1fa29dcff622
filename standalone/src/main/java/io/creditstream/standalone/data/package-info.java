/** The data directory: what lies where, and the broker and registry that keep it. */
@NullMarked
package io.creditstream.standalone.data;

import org.jspecify.annotations.NullMarked;
