/**
 * The heavy arithmetic behind one interface, {@link org.snn4j.core.kernel.Kernels}.
 *
 * <p>{@link org.snn4j.core.kernel.Nd4jKernels} uses ND4J operations only: any backend, any precision, any neuron. {@link
 * org.snn4j.core.kernel.PlainKernels} runs the neurons, batch statistics, pooling and sparse convolutions as Java loops, on the Java Vector API where the machine was started with it, over
 * Java arrays, in single precision, and hands everything else to ND4J. All arrays are dense, C-ordered and time-major folds (see {@link
 * org.snn4j.core.TimeFold}); feature maps are channels-last. Kernels are stateless: buffers belong to the layers.
 */
package org.snn4j.core.kernel;
