/** The deployed system, tried on a Docker engine. */
@NullMarked
package io.creditstream.deploy;

import org.jspecify.annotations.NullMarked;
