/** Comparisons written down: a page for people, JSON for programs. */
@NullMarked
package io.creditstream.drift.document;

import org.jspecify.annotations.NullMarked;
