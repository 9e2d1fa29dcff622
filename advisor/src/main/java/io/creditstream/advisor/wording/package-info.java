/** Plain words in the reader's language: messages, numbers, dates, values and sentences. */
@NullMarked
package io.creditstream.advisor.wording;

import org.jspecify.annotations.NullMarked;
