/** What a model makes of applications, and what became of the loans: counted, then measured. */
@NullMarked
package io.creditstream.drift.output;

import org.jspecify.annotations.NullMarked;
