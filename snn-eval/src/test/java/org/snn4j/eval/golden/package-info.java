/**
 * Holds the implementation to numbers made by running the authors' code.
 *
 * <p>{@link org.snn4j.eval.golden.GoldenTest} reads {@code index.json} of the folder named by the environment variable
 * {@code SNN4J_GOLDEN} and makes one test of each case. A case goes to every {@link org.snn4j.eval.golden.GoldenVerifier} that supports it;
 * verifiers are found by {@link java.util.ServiceLoader}, one line each in
 * {@code META-INF/services/org.snn4j.eval.golden.GoldenVerifier}. A case that nobody supports must stand with its reason in
 * {@code golden/not-yet/<kind>.txt} of the test resources; one that stands there although it is supported fails, so that the lists cannot
 * go stale. {@code -Dgolden.only=REGEX} restricts a run to cases whose {@code kind/name} contains a match.
 */
package org.snn4j.eval.golden;
