/**
 * Wiring: which names exist ({@link org.snn4j.core.inject.ComponentPlugin}, one per jar) and how one resolved experiment becomes objects
 * ({@link org.snn4j.core.inject.Wiring}).
 *
 * <p>The only package of this module that knows Guice. Everything a file can get wrong is found in
 * {@link org.snn4j.core.config} before an injector exists; an error from the injector is therefore ours, not the user's.
 * Decided against: modules with conditions (a file's choice would hide in code), annotations per parameter (a record says it
 * better), component scanning (a start-up cost, and nobody could say what is found).
 */
package org.snn4j.core.inject;
