package org.snn4j.core.kernel;

/**
 * Mean and biased variance per channel, for each group of rows.
 *
 * @param mean [groups][channels]
 * @param variance [groups][channels], divided by the number of values
 * @param count values per group and channel
 */
public record Moments(double[][] mean, double[][] variance, long count) {}
