/** What each part of the product may do on the brokers, declared once. */
@NullMarked
package io.creditstream.service.acl;

import org.jspecify.annotations.NullMarked;
