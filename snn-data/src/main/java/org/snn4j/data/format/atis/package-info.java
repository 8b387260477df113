/** The 40-bit records of the ATIS sensor, the format of N-MNIST and N-Caltech101. */
package org.snn4j.data.format.atis;
