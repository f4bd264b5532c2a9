package import Bitext
package import Files
package import Markup

/// Writes a translation memory as TMX 1.4b, one unit at a time.
///
/// Text goes out as it stands: no trimming, no normalising, no white space added where it could be content. Two equal
/// streams of units give equal bytes. The file is complete after `finish()`.
package struct TMXWriter: ~Copyable {
  private var output: XMLOutput
  /// Units written so far.
  package private(set) var count = 0
  /// Characters that XML cannot hold and that were replaced.
  package var replacedCharacters: Int { output.replaced }

  /// Writes the head.
  package init(header: TMXHeader, sink: any ByteSink, characters: UnwritableCharacters = .refuse) throws(FileError) {
    output = XMLOutput(sink, characters: characters)
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try output.start("tmx", [Attribute("version", "1.4")] + header.rootAttributes.filter { $0.name != "version" })
    output.raw("\n")
    if header.remarks.isEmpty {
      try output.empty("header", header.attributes)
    } else {
      try output.start("header", header.attributes)
      output.raw("\n")
      for remark in header.remarks { try write(remark) }
      try output.end("header")
    }
    output.raw("\n<body>\n")
  }

  /// Writes a unit, or nothing of it.
  /// - Throws: `FileError` (`unwritable`), naming the unit, for a character that XML cannot hold or a name that is none.
  package mutating func write(_ unit: TranslationUnit) throws(FileError) {
    count += 1
    let id = unit.attributes.first { $0.name == "tuid" }.map { " (tuid '\($0.value)')" } ?? ""
    output.subject = "unit \(count)\(id)"
    let mark = output.position
    do throws(FileError) {
      try output.start("tu", unit.attributes)
      output.raw("\n")
      for remark in unit.remarks { try write(remark) }
      for variant in unit.variants { try write(variant) }
      try output.end("tu")
      output.raw("\n")
    } catch {
      output.withdraw(to: mark)
      count -= 1
      throw error
    }
    try output.flushIfFull()
  }

  /// Writes the end of the file.
  package mutating func finish() throws(FileError) {
    output.raw("</body>\n</tmx>\n")
    try output.flush()
  }

  private mutating func write(_ variant: Variant) throws(FileError) {
    try output.openTag("tuv")
    try output.attribute("xml:lang", variant.language)
    for item in variant.attributes { try output.attribute(item.name, item.value) }
    output.raw(">")
    if !variant.remarks.isEmpty { output.raw("\n") }
    for remark in variant.remarks { try write(remark) }
    output.raw("<seg>")
    try output.inline(variant.content)
    output.raw("</seg></tuv>\n")
  }

  private mutating func write(_ remark: Remark) throws(FileError) {
    switch remark {
    case .property(let type, let value, let attributes):
      try output.element("prop", [Attribute("type", type)] + attributes, text: value)
    case .note(let text, let attributes): try output.element("note", attributes, text: text)
    case .element(let name, let attributes, let content):
      try output.inline([.code(name: name, attributes: attributes, content: content)])
    }
    output.raw("\n")
  }
}
