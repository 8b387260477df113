package org.snn4j.core.kernel;

/**
 * Sums over the rows and pixels of a group, per channel: what the backward pass of a batch norm needs.
 *
 * @param gradient sum of dL/dz, [groups][channels]
 * @param product sum of dL/dz * y, [groups][channels]
 */
public record ChannelSums(double[][] gradient, double[][] product) {}
