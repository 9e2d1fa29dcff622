/** The command line. */
@NullMarked
package io.creditstream.standalone.cli;

import org.jspecify.annotations.NullMarked;
