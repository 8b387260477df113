/** Events as lines of text. */
package org.snn4j.data.format.text;
