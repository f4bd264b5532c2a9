// libxml2's streaming parser behind an opaque handle: SAX events for the subset of XML that exchange files need.
// No DTD is loaded, no entity beyond the five predefined is expanded, and nothing touches the network.
#ifndef CLIBXML2_H
#define CLIBXML2_H

#include <stdbool.h>
#include <stdint.h>

// The version of the library in use ("20914").
const char *cxml_version(void);

#endif
