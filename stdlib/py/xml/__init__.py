"""XML: only xml.etree.ElementTree and xml.sax.saxutils are available in pyasync."""
