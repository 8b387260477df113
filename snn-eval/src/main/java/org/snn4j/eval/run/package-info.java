/**
 * What one run leaves behind: {@code runs/<experiment>/<variant>/seed-<n>/}.
 *
 * <p>{@code config.yaml} is written first and says what is wanted, {@code provenance.json} under which circumstances,
 * {@code manifest.json} which sample was in which part, {@code epochs.csv} how training went, {@code confusion*.csv} and {@code model.safetensors} what came out, and {@code result.json} last: a run is finished exactly if
 * that file is there and says so. Whoever works in a folder holds its {@link org.snn4j.eval.run.RunLock}. Every file is replaced in one step.
 * Decided against: one data base for all runs (a folder can be copied, compared and deleted with ordinary tools), a state file beside the results
 * (it could disagree with them).
 */
package org.snn4j.eval.run;
