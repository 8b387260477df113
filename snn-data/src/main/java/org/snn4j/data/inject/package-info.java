/** The names of the components of snn-data, for experiment files. */
package org.snn4j.data.inject;
