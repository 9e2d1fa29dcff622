/** The web application for relationship managers: assembles the steps and starts them. */
@NullMarked
package io.creditstream.advisor;

import org.jspecify.annotations.NullMarked;
