/** Writing files so that a reader never meets a half-written one. */
package org.snn4j.core.io;
