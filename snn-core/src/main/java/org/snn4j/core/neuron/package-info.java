/**
 * Spiking neurons as four independent choices: charge, firing rule, reset, surrogate derivative.
 *
 * <p>{@link org.snn4j.core.neuron.Neuron} is the charge equation and all that a new neuron has to bring;
 * {@link org.snn4j.core.neuron.Firing} and {@link org.snn4j.core.neuron.Reset} are shared by all. A
 * {@link org.snn4j.core.neuron.NeuronModel} puts the four together and {@link org.snn4j.core.neuron.Population} runs them over time, forward
 * and backward, in ND4J formulas. A charge that is linear in potential and input says so by {@link org.snn4j.core.neuron.LinearCharge},
 * from which the fused kernels work; tests hold them to {@code Population}'s numbers.
 *
 * <p>Two LIF forms are published, and differ: {@link org.snn4j.core.neuron.Lif} divides the input by the time constant,
 * {@link org.snn4j.core.neuron.DecayLif} does not. They are two classes, because the same numbers in a file would otherwise mean different
 * models by a switch.
 */
package org.snn4j.core.neuron;
