/**
 * Layers for Deeplearning4j's {@code ComputationGraph}, with buffers that they own.
 *
 * <p>A {@link org.snn4j.core.layer.LayerOperator} computes one layer on time-major folds; {@link org.snn4j.core.layer.OperatorLayer} and {@link
 * org.snn4j.core.layer.OperatorLayerRuntime} are the one pair that makes any operator a layer of the graph. Outputs and gradients live in
 * the network's {@link org.snn4j.core.layer.Arena}, which is reused from step to step (fresh off-heap arrays in each pass made the same pass many times
 * slower) and gives the same place to arrays that are never needed at the same time. For the backward pass a layer keeps the array it read, or, of
 * spikes, a {@link org.snn4j.core.kernel.PackedRows packed} copy of it. Features leave through a {@link org.snn4j.core.layer.Tap}, not as graph outputs: an output that also feeds another vertex gets a
 * wrong gradient in Deeplearning4j, silently.
 */
package org.snn4j.core.layer;
