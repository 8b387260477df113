/** Pictures of recordings for people: facts, rasters, frames, an animation and a page of its own. Needs neither Guice nor a screen. */
package org.snn4j.data.view;
