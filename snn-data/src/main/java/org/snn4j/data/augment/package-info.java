/**
 * Random changes of training samples, applied to frames when a batch is put together, never to the data held in memory.
 */
package org.snn4j.data.augment;
