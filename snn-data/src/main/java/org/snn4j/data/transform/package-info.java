/**
 * Changes of recordings before they are encoded: {@link org.snn4j.data.transform.EventTransform} is one, {@link
 * org.snn4j.data.transform.TransformedEncoder} puts some before an encoder. A change that draws at random draws from a stream that the
 * recording's own events name, so that frames can be prepared once and kept.
 */
package org.snn4j.data.transform;
