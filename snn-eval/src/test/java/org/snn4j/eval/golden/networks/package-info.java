/**
 * Golden cases of whole networks: one or two training steps of the published code against the same step of ours, taken by the trainer's own
 * {@link org.snn4j.transfer.train.TrainingStep} on a {@link org.snn4j.transfer.method.ComposedTransfer}.
 *
 * <p>{@link org.snn4j.eval.golden.networks.PublishedNetwork} says which of our architectures a case is and where its parameters go, {@link
 * org.snn4j.eval.golden.networks.GoldenTraining} feeds it and compares; the verifiers add what belongs to one code base: losses, axes, tolerances.
 */
package org.snn4j.eval.golden.networks;
