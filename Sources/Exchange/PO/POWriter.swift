internal import Bitext
internal import Files

/// Writes messages as a PO file in UTF-8. A string with line breaks is written a line a row, as gettext does.
final class POWriter: ExchangeWriter {
  private var output: TextOutput
  private var sides: LanguageSides
  private(set) var losses = Losses()

  init(_ sink: any ByteSink, _ options: WritingOptions) {
    output = TextOutput(sink)
    sides = LanguageSides(options)
  }

  func write(_ item: ExchangeItem) throws(FileError) {
    switch item {
    case .header(let header):
      sides.use(header)
      try write(header)
    case .unit(let unit): try write(unit)
    default: losses.add(item.lossName)
    }
  }

  func finish() throws(FileError) { try output.flush() }

  private func write(_ header: BitextHeader) throws(FileError) {
    var text = "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
    if let target = header.targetLanguage ?? sides.target?.description {
      text = "Language: \(target.replacing("-", with: "_"))\n" + text
    }
    for remark in header.tmx.remarks {
      if case .property("x-po-header", let own, _) = remark {
        // What is written is UTF-8, whatever was read.
        text = own.parted(at: .lineFeed).map { line in
          line.hasPrefix("Content-Type:") ? "Content-Type: text/plain; charset=UTF-8" : String(line)
        }.joined(separator: "\n")
      } else {
        try writeComment(remark)
      }
    }
    try writeField("msgid", "", "")
    try writeField("msgstr", text, "")
  }

  private func write(_ unit: TranslationUnit) throws(FileError) {
    let pair = sides.sides(of: unit, &losses)
    losses.add(attributesOf: unit)
    try output.write("\n")
    var fields: [String: String] = [:]
    for remark in unit.remarks {
      if case .property(let type, let value, _) = remark, Self.isField(type) {
        fields[type] = value
      } else {
        try writeComment(remark)
      }
    }
    for remark in unit.variants.flatMap(\.remarks) { try writeComment(remark) }
    let prefix = fields["x-po-obsolete"] == nil ? "" : "#~ "
    if let context = fields["x-po-context"] { try writeField("msgctxt", context, prefix) }
    try writeField("msgid", pair.source.map { text(of: $0) } ?? "", prefix)
    let target = pair.target.map { text(of: $0) } ?? ""
    guard let plural = fields["x-po-plural"] else { return try writeField("msgstr", target, prefix) }
    try writeField("msgid_plural", plural, prefix)
    try writeField("msgstr[0]", target, prefix)
    for index in 1..<max(10, fields.count + 1) {
      if let form = fields["x-po-msgstr[\(index)]"] { try writeField("msgstr[\(index)]", form, prefix) }
    }
  }

  private static func isField(_ type: String) -> Bool {
    ["x-po-obsolete", "x-po-context", "x-po-plural"].contains(type) || type.hasPrefix("x-po-msgstr[")
  }

  /// The text with its codes written out, as programs have it in their messages.
  private func text(of variant: Variant) -> String {
    for item in variant.attributes { losses.add("attribute \(item.name)") }
    for case .code(let name, _, _) in variant.content { losses.add("boundary of inline code \(name)") }
    return variant.content.text
  }

  private func writeComment(_ remark: Remark) throws(FileError) {
    let kinds = ["x-po-extracted": "#.", "x-po-reference": "#:", "x-po-flags": "#,", "x-po-previous": "#|"]
    switch remark {
    case .note(let text, _):
      for line in text.parted(at: .lineFeed) {
        try output.write(line.isEmpty ? "#\n" : "# \(line.withoutReturns)\n")
      }
    case .property(let type, let value, _):
      guard let mark = kinds[type] else { return losses.add("property \(type)") }
      for line in value.parted(at: .lineFeed) {
        try output.write("\(mark) \(line.withoutReturns)\n")
      }
    case .element(let name, _, _): losses.add("element \(name)")
    }
  }

  private func writeField(_ keyword: String, _ text: String, _ prefix: String) throws(FileError) {
    let lines = text.parted(at: .lineFeed)
    guard lines.count > 1, !(lines.count == 2 && lines[1].isEmpty) else {
      return try output.write("\(prefix)\(keyword) \"\(Self.escaped(text))\"\n")
    }
    try output.write("\(prefix)\(keyword) \"\"\n")
    for (index, line) in lines.enumerated() where !(index == lines.count - 1 && line.isEmpty) {
      let end = index < lines.count - 1 ? "\\n" : ""
      try output.write("\(prefix)\"\(Self.escaped(line))\(end)\"\n")
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
      case "\"": escaped.append(contentsOf: "\\\"".unicodeScalars)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      // As gettext's own writer does it: what would be hard to see is spelt.
      case "\u{7}": escaped.append(contentsOf: "\\a".unicodeScalars)
      case "\u{8}": escaped.append(contentsOf: "\\b".unicodeScalars)
      case "\u{B}": escaped.append(contentsOf: "\\v".unicodeScalars)
      case "\u{C}": escaped.append(contentsOf: "\\f".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

extension String {
  /// A comment is one line: a CR would end it.
  fileprivate var withoutReturns: String {
    utf8.contains(.carriageReturn)
      ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\r" ? " " : $0 })) : self
  }
}
