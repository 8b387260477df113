/**
 * Mixing of two labelled samples into one, and the share of each in its label. {@link org.snn4j.data.mix.SampleMixing} mixes a sample with a
 * partner that the caller chose; {@link org.snn4j.data.mix.SoftLabels} holds the labels of a mixed batch.
 *
 * <p>Not to be confused with the mixing of streams, which replaces frames of a still image by those of a recording of the same class and leaves its
 * label alone.
 */
package org.snn4j.data.mix;
