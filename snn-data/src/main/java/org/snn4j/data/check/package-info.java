/** Reads whole folders of recordings and says which are damaged, and where. Needs no Guice. */
package org.snn4j.data.check;
