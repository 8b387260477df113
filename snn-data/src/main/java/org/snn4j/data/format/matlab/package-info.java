/**
 * Events in MATLAB files: vectors x, y, ts and p, as in CEP-DVS, or a matrix of six columns, as in the converted CIFAR10-DVS.
 *
 * <p>{@code Mat5File} walks the elements of a version 5 file, with every length checked against what is there, and keeps the numeric matrices. Version 7.3 is HDF5
 * and is read with {@link org.snn4j.data.format.hdf5}.
 */
package org.snn4j.data.format.matlab;
