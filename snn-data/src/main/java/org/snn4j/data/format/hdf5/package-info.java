/**
 * Events in HDF5 files: columns in a group, as DSEC, M3ED and the recordings of the Robotics and Perception Group have them, or one matrix, as v2e writes.
 *
 * <p>{@code HdfSource} opens a file with the library jhdf and turns whatever jhdf meets in a damaged one into a named error; {@code EventLayout} finds the
 * columns; {@code HdfColumn} reads one, chunk by chunk, with the sizes checked against the file's before anything is allocated.
 */
package org.snn4j.data.format.hdf5;
