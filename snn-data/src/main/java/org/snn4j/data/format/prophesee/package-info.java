/**
 * The formats of Prophesee's cameras: RAW recordings in EVT 2.0, 2.1 and 3.0 as a sensor sends them, and decoded events in DAT files of version 2.
 *
 * <p>All begin with lines of text ({@code TextHeader}). The words of a sensor carry only the low bits of the time; {@code LoopingTime} counts their
 * overflows. Words that are neither change events nor time (triggers, counters, vendors' extensions) are skipped, reserved ones are damage. A recording may
 * begin in the middle of a sensor's stream: what comes before the first word that makes its time known is skipped, as the maker's decoder does.
 */
package org.snn4j.data.format.prophesee;
