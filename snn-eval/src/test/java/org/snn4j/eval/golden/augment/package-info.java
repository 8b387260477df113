/** Augmentations of the published code, with the random draws that the cases recorded. */
package org.snn4j.eval.golden.augment;
