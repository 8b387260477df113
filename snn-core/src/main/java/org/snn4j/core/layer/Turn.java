package org.snn4j.core.layer;

/**
 * When a layer has its turn in a pass, and how long others need what it writes: what its buffers' claims are made of. Moments count the turns of all
 * layers, forward and then backward.
 *
 * @param training whether a backward pass follows; without one only the first two moments mean anything
 * @param forward when it computes its output
 * @param outputEnd last moment at which a layer, or who asked for it, reads the output
 * @param backward when it computes its gradients
 * @param gradientEnd last moment at which the gradient of its input is read
 * @param end last moment of the pass, when objectives and callers have read what they asked for
 */
public record Turn(boolean training, int forward, int outputEnd, int backward, int gradientEnd, int end) {}
