/** Golden verifiers of neurons, surrogate derivatives and learning rates. */
package org.snn4j.eval.golden.neurons;
