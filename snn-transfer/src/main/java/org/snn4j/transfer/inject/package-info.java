/** Names of this module's components; the only package here that knows Guice. */
package org.snn4j.transfer.inject;
