#include "CLibXML2.h"

#include <libxml/parser.h>
#include <libxml/xmlversion.h>

const char *cxml_version(void) { return xmlParserVersion; }
