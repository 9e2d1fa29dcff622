/** What the pages read: recorded decisions with the applications that they are about. */
@NullMarked
package io.creditstream.advisor.store;

import org.jspecify.annotations.NullMarked;
