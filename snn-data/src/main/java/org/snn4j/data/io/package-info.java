/** Files of still images. */
package org.snn4j.data.io;
