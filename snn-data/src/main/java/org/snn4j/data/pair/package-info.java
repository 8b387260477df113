/**
 * Which image is shown together with which recording.
 *
 * <p>A {@link org.snn4j.data.pair.PairSampler} turns the labels of both sides ({@link org.snn4j.data.pair.Population}) into the ordered list of
 * {@link org.snn4j.data.pair.Pair}s of one epoch. The rule is a choice of its own, separate from the method: He et al. walk the recordings, R2ETL's
 * code walks the images, and on few recordings that alone decides how many images a network ever sees. Nothing here reads a frame, so a rule is cheap to
 * try and to test; order and partners come from the generator that is passed in, which the trainer makes anew for each epoch.
 */
package org.snn4j.data.pair;
