/** Words in messages to people. */
@NullMarked
package io.creditstream.service.text;

import org.jspecify.annotations.NullMarked;
