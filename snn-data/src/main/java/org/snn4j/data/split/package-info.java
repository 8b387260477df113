/**
 * Who belongs to which part: class-balanced shares and the manifest that proves that parts do not overlap.
 */
package org.snn4j.data.split;
