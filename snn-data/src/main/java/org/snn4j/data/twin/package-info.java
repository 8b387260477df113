/**
 * Simulated twins of data sets: drawn pictures and simulated recordings of them, few and small, in the folders and the file formats of the original. They exist so
 * that every loader, experiment and document runs without the data; nothing about the originals follows from them.
 */
package org.snn4j.data.twin;
