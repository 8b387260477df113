/**
 * What recordings are like in numbers, and how far two sets of recordings are apart.
 *
 * <p>{@link org.snn4j.data.statistics.EventStatistics} measures a set by the quantities of {@link org.snn4j.data.statistics.Quantity};
 * {@link org.snn4j.data.statistics.Comparison} puts two sets side by side with distances between their distributions;
 * {@link org.snn4j.data.statistics.TwinCorrelation} compares recordings of the same picture place by place and moment by moment;
 * {@link org.snn4j.data.statistics.Ridge} says what can be read from one set by means of another.
 */
package org.snn4j.data.statistics;
