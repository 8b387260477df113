/**
 * Arrays of NumPy as recordings: files of one array and archives of several. Only arrays of numbers are read; objects, which Python would run as
 * code, are refused.
 */
package org.snn4j.data.format.numpy;
