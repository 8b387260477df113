/** The AEDAT formats of iniVation's cameras and of jAER, cAER and DV. */
package org.snn4j.data.format.aedat;
