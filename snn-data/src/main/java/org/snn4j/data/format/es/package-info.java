/** The Event Stream format. */
package org.snn4j.data.format.es;
