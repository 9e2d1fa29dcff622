/** Human review: what people decide about refused and referred applications. */
@NullMarked
package io.creditstream.advisor.review;

import org.jspecify.annotations.NullMarked;
