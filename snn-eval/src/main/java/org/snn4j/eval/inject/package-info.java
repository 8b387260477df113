/** Sections of this module and the assembly of runs by injectors; the only package here that knows Guice. */
package org.snn4j.eval.inject;
