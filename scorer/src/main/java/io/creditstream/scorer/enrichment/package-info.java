/** The history of each client: pages of records, merged whatever the order of arrival. */
@NullMarked
package io.creditstream.scorer.enrichment;

import org.jspecify.annotations.NullMarked;
