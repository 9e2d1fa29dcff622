/** Which changes to an application would move its score across the limit. */
@NullMarked
package io.creditstream.advisor.whatif;

import org.jspecify.annotations.NullMarked;
