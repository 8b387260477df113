/** Timings of kernels and training steps; nothing here is part of the product. */
package org.snn4j.benchmarks;
