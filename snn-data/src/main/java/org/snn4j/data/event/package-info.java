/**
 * Event recordings in memory and their division into time steps.
 *
 * <p>Readers append to {@link org.snn4j.data.event.EventColumns}, block by block or in parts that all threads decode, and turn it into an {@link org.snn4j.data.event.EventStream}, which
 * is checked and
 * never changes. An {@link org.snn4j.data.event.EventSlicer} gives {@link org.snn4j.data.event.Slices}, index ranges of the stream; no
 * event is copied.
 *
 * <p>Events are columns of primitive values, not objects: a recording has thousands of them and is read many times.
 */
package org.snn4j.data.event;
