/** How fast the pages of the advisor are on many decisions. */
@NullMarked
package io.creditstream.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
