/**
 * The heavy arithmetic behind one interface, {@link org.snn4j.core.kernel.Kernels}.
 *
 * <p>{@link org.snn4j.core.kernel.Nd4jKernels} uses ND4J operations only: any backend, any precision, any neuron. {@link
 * org.snn4j.core.kernel.PlainKernels} runs neurons, batch statistics, pooling, sparse convolutions and sparse fully connected layers in single precision as Java loops; on the Java Vector API, where
 * the machine was started with it, these loops read and write ND4J's memory, and 3x3 convolutions can be done by tiles, gradients of other weights by products of matrices. Everything else goes to ND4J. All arrays are
 * dense, C-ordered and time-major folds (see {@link org.snn4j.core.TimeFold}); feature maps are channels-last. Between calls kernels keep working memory, but no
 * values: buffers belong to the layers.
 */
package org.snn4j.core.kernel;
