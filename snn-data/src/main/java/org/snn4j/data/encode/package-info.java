/**
 * From recordings and still images to the frames that a network sees. Each rule of a published code base has its own name, because they
 * differ in bin limits, in what is counted and in how pictures are resized.
 */
package org.snn4j.data.encode;
