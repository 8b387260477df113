/**
 * Data sets that pair event recordings with still images. {@link org.snn4j.data.dataset.PairedDataset} reads, splits and encodes once;
 * {@link org.snn4j.data.dataset.PairedData} then serves frames from memory. Files are read by {@code io}, frames made by {@code encode}, parts
 * drawn by {@code split}.
 */
package org.snn4j.data.dataset;
