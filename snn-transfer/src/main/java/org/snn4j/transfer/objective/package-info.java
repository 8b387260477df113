/**
 * Terms of the loss: each one a value and its exact gradient with respect to the signals of a forward pass and to parameters of its own.
 *
 * <p>A method adds the terms it is made of, each times its weight, and hands the summed gradients to the network. Terms on the logits:
 * {@link org.snn4j.transfer.objective.CrossEntropy}, {@link org.snn4j.transfer.objective.StepCrossEntropy},
 * {@link org.snn4j.transfer.objective.Tet}. Terms between the two streams: {@link org.snn4j.transfer.objective.Cka},
 * {@link org.snn4j.transfer.objective.TemporalCka}, {@link org.snn4j.transfer.objective.He2024Alignment},
 * {@link org.snn4j.transfer.objective.Semantic}, {@link org.snn4j.transfer.objective.Tmse}, {@link org.snn4j.transfer.objective.Mse},
 * {@link org.snn4j.transfer.objective.Mmd}. Terms on how the source was mixed: {@link org.snn4j.transfer.objective.Mag} and
 * {@link org.snn4j.transfer.objective.Mrp}.
 *
 * <p>Scalars are computed in double whatever the network's type; a value that is not finite stays so, for training to report. Automatic
 * differentiation was left out: every term has a short closed gradient, which tests compare with central differences.
 */
package org.snn4j.transfer.objective;
