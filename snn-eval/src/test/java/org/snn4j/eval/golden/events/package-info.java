/** Golden checks of recordings: decoding, slicing, frames, splits and pairings. */
package org.snn4j.eval.golden.events;
