/** How fast the API of the scorer answers. */
@NullMarked
package io.creditstream.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
