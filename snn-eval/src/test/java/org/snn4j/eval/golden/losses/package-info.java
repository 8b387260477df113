/** Golden cases of objectives and of the sliding replacement, each against the component that an experiment file would name. */
package org.snn4j.eval.golden.losses;
