/**
 * Networks: what they are made of ({@link org.snn4j.core.network.Architecture}, {@link org.snn4j.core.network.NetworkPlan}) and the one class
 * that runs them ({@link org.snn4j.core.network.Network}).
 *
 * <p>Data flow: frames [T, N, C, H, W] per stream are folded into one batch [S*T*N, H, W, C], pass through Deeplearning4j's graph of layers that
 * own their buffers, and leave as {@link org.snn4j.core.network.Signals}. Gradients come back by the same names. All streams go through in one pass,
 * stacked, because Deeplearning4j keeps only the last forward pass; batch statistics stay separate for each stream. Frames and logits are
 * channels-first at this boundary; feature maps keep the network's channels-last order, which saves a copy of the largest arrays.
 */
package org.snn4j.core.network;
