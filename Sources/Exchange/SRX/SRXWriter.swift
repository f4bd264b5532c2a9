internal import Bitext
package import Files
package import Markup

/// Writes segmentation rules as SRX 2.0.
package enum SRXWriter {
  package static func write(
    _ rules: SRXRules, to sink: any ByteSink, characters: UnwritableCharacters = .refuse
  ) throws(FileError) {
    var output = XMLOutput(sink, characters: characters)
    output.subject = "the rules"
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try output.start(
      "srx", [Attribute("version", "2.0"), Attribute("xmlns", "http://www.lisa.org/srx20")])
    output.raw("\n")
    try output.start(
      "header",
      [
        Attribute("segmentsubflows", rules.segmentsSubflows ? "yes" : "no"),
        Attribute("cascade", rules.cascades ? "yes" : "no"),
      ])
    output.raw("\n")
    for handling in rules.formatHandling where ["start", "end", "isolated"].contains(handling.type) {
      try output.empty(
        "formathandle", [Attribute("type", handling.type), Attribute("include", handling.isIncluded ? "yes" : "no")])
      output.raw("\n")
    }
    output.raw("</header>\n<body>\n<languagerules>\n")
    for group in rules.languageRules {
      try output.start("languagerule", [Attribute("languagerulename", group.name)])
      output.raw("\n")
      for rule in group.rules {
        output.subject = "rule at \(rule.position)"
        try output.start("rule", [Attribute("break", rule.breaks ? "yes" : "no")])
        try output.element("beforebreak", text: rule.before)
        try output.element("afterbreak", text: rule.after)
        output.raw("</rule>\n")
        try output.flushIfFull()
      }
      output.raw("</languagerule>\n")
    }
    output.raw("</languagerules>\n<maprules>\n")
    for map in rules.maps {
      try output.empty(
        "languagemap", [Attribute("languagepattern", map.pattern), Attribute("languagerulename", map.rule)])
      output.raw("\n")
    }
    output.raw("</maprules>\n</body>\n</srx>\n")
    try output.flush()
  }
}
