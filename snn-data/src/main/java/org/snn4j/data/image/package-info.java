/**
 * Still images as they are read: 8-bit pictures with a class. {@link org.snn4j.data.image.LabelledImages} is what readers give and image
 * encoders take; it decodes on demand, so a large folder need not fit in memory.
 */
package org.snn4j.data.image;
