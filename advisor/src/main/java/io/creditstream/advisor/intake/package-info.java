/** From the topics into the store: reads what is committed and hands it over in order. */
@NullMarked
package io.creditstream.advisor.intake;

import org.jspecify.annotations.NullMarked;
