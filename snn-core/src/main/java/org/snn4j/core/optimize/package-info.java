/**
 * Optimizers and learning-rate schedules.
 *
 * <p>An {@link org.snn4j.core.optimize.Optimizer} turns the flat gradient of all parameters into the update to subtract; its state is an array
 * that the caller owns and saves. A {@link org.snn4j.core.optimize.LearningRateSchedule} gives the rate of an epoch. The rate of a file is
 * the rate that is used: He et al.'s rule flag*batch/1024 is worked out in the preset, where it can be seen, not here.
 */
package org.snn4j.core.optimize;
