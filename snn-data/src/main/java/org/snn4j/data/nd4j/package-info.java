/**
 * Frames for networks that are trained with ND4J's iterators, such as Deeplearning4j's: {@link org.snn4j.data.nd4j.FrameIterator} over one {@link
 * org.snn4j.data.FrameSource}, {@link org.snn4j.data.nd4j.PairIterator} over recordings and still images together.
 *
 * <p>The first axis of every array is the batch, as ND4J wants it; {@link org.snn4j.data.nd4j.FrameAxes} says where the time steps go.
 */
package org.snn4j.data.nd4j;
