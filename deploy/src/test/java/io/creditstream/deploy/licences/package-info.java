/** What is shipped of others, and under which licences. */
@NullMarked
package io.creditstream.deploy.licences;

import org.jspecify.annotations.NullMarked;
