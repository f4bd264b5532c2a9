internal import Bitext
internal import Files
internal import Markup

/// From XLIFF to XLIFF of the same version: everything is copied as it stands, skeletons, groups, alternatives and modules
/// too; only what the schema does not allow is left out, and counted.
enum XLIFFCopy {
  /// The copy, or nil where the formats or versions differ, and the file must be taken apart.
  ///
  /// The file is read three times; only what can be read once (standard input) is held in memory for that.
  /// - Parameters:
  ///   - input: what `source` holds, out of its container; as it was where nil comes back.
  static func run(
    _ input: PrefixedSource, of source: any ByteSource, from: any ExchangeFormat, to: any ExchangeFormat,
    sink: any ByteSink,
    options: WritingOptions, context: ReadingContext
  ) throws(FileError) -> Conversion.Report? {
    guard from is XLIFFFormat, to is XLIFFFormat, !context.salvages else { return nil }
    let copies = try Replay(input, of: source, context.limits)
    guard let (version, tools) = try survey(try copies.open(), context),
      options.xliffVersion.map({ $0 == version || ($0 == "2.0" && version == "2.1") }) ?? true
    else { return nil }
    // Read for its findings and faults; the copy itself looks at structure alone.
    let reader = try XLIFFReader(try copies.open(), context: context)
    var count = 0
    while let item = try reader.nextItem() { if case .unit = item { count += 1 } }
    var copy = Copy(
      XMLScanner(
        try XMLEncoding.open(
          try copies.open(), context: ReadingContext(limits: context.limits)),
        limits: context.limits),
      XMLOutput(sink, characters: options.characters), model: version.hasPrefix("2") ? .xliff2 : .xliff12, tools: tools)
    let losses = try copy.run()
    return Conversion.Report(
      from: from.name, to: to.name, written: count, dropped: context.dropped, losses: losses.counts)
  }

  /// The content of a file, from its start as often as it is asked for.
  private struct Replay {
    private let source: any ByteSource
    private let limits: ReadingLimits
    /// Where the source can be read once.
    private let bytes: [UInt8]?

    init(_ input: PrefixedSource, of source: any ByteSource, _ limits: ReadingLimits) throws(FileError) {
      self.source = source
      self.limits = limits
      if try source.again() != nil {
        bytes = nil
      } else {
        let all = try input.readAll()
        input.restore(all)
        bytes = all
      }
    }

    func open() throws(FileError) -> PrefixedSource {
      if let bytes { return PrefixedSource(MemorySource(bytes, name: source.name)) }
      guard let again = try source.again() else {
        throw FileError(
          .file, "the file was replaced while it was read; try again", at: SourcePosition(file: source.name))
      }
      return try ExchangeFormats.unpack(again, context: ReadingContext(limits: limits))
    }
  }

  /// The version, where root and namespace are those of a version that is written, and the tools that are declared.
  private static func survey(
    _ source: PrefixedSource, _ context: ReadingContext
  ) throws(FileError) -> (version: String, tools: Set<String>)? {
    let quiet = ReadingContext(limits: context.limits)
    var xml = XMLScanner(try XMLEncoding.open(source, context: quiet), limits: context.limits)
    var version: String?
    var tools: Set<String> = []
    while true {
      switch try xml.next() {
      case .start:
        func value(_ name: String) -> String? { xml.attributeList().first { $0.name == name }?.value }
        if xml.depth == 1 {
          version = value("version")
          let namespace = value("xmlns") ?? ""
          let isKnown =
            switch version {
            case "1.2": namespace == "urn:oasis:names:tc:xliff:document:1.2"
            case "2.0", "2.1": namespace == "urn:oasis:names:tc:xliff:document:2.0"
            case "2.2": namespace == "urn:oasis:names:tc:xliff:document:2.2"
            default: false
            }
          guard xml.elementName == "xliff", isKnown else { return nil }
        } else if xml.elementName == "tool", let id = value("tool-id") {
          tools.insert(id)
        }
      case .finish: return version.map { ($0, tools) }
      default: continue
      }
    }
  }

  private struct Copy: ~Copyable {
    var xml: XMLScanner
    var output: XMLOutput
    let model: SchemaModel
    var losses = Losses()
    /// Names of the open elements that the model knows; "" for those it says nothing about.
    private var levels: [String] = []
    /// Whether the open element was written as empty, so that its end is not.
    private var isEmpty = false
    /// Ids given to units and groups of the current file, and the tools that the document declares.
    private var ids: Set<String> = []
    private let tools: Set<String>

    init(_ xml: consuming XMLScanner, _ output: consuming XMLOutput, model: SchemaModel, tools: Set<String>) {
      self.tools = tools
      self.xml = xml
      self.output = output
      self.model = model
    }

    mutating func run() throws(FileError) -> Losses {
      output.subject = "the copy"
      output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
      while true {
        switch try xml.next() {
        case .start: try start()
        case .text:
          let element = levels.last.flatMap { model.elements[$0] }
          if let element, !element.holdsText, !element.holdsAnything, !xml.textIsBlank {
            losses.add("text in \(levels.last ?? "")")
          } else {
            try output.text(try xml.text())
          }
        case .end:
          levels.removeLast()
          if isEmpty { isEmpty = false } else { try output.end(xml.elementName) }
        case .finish:
          output.raw("\n")
          try output.flush()
          return losses
        }
        try output.flushIfFull()
      }
    }

    private mutating func start() throws(FileError) {
      let name = xml.elementName
      let isForeign = xml.isForeign || levels.last == ""
      guard !isForeign, let element = model.elements[name] else {
        if !isForeign, levels.last.flatMap({ model.elements[$0] })?.holdsAnything != true {
          losses.add("element \(name)")
          return try xml.skipElement()
        }
        levels.append("")
        return try write(name, xml.attributeList())
      }
      if let parent = levels.last.flatMap({ model.elements[$0] }), !parent.holdsAnything,
        !parent.steps.contains(where: { $0.elements.contains(name) })
      {
        losses.add("element \(name)")
        return try xml.skipElement()
      }
      levels.append(name)
      if name == "file" { ids = [] }
      let isUnique = ["unit", "group", "trans-unit", "bin-unit"].contains(name)
      var attributes: [Attribute] = []
      for var item in xml.attributeList() where keep(item, of: name, element) {
        if let values = element.attributes[item.name], values.contains("x-*"), !values.contains(item.value),
          !item.value.hasPrefix("x-")
        {
          // A value of one's own must say so.
          losses.add("spelling of \(item.name)=\"\(item.value)\"")
          item = Attribute(item.name, "x-\(item.value)")
        }
        attributes.append(isUnique && item.name == "id" ? Attribute("id", unique(item.value, name)) : item)
      }
      try write(name, attributes)
    }

    private mutating func write(_ name: String, _ attributes: [Attribute]) throws(FileError) {
      isEmpty = xml.isEmptyElement
      if isEmpty { try output.empty(name, attributes) } else { try output.start(name, attributes) }
    }

    /// The id, told from those before it in the same file: units and groups each have their own in 1.2, one set in 2.
    private mutating func unique(_ id: String, _ element: String) -> String {
      let family = model.root == "xliff" && model.elements["trans-unit"] != nil && element == "group" ? "group" : "unit"
      var candidate = id
      var number = 2
      while !ids.insert("\(family) \(candidate)").inserted {
        candidate = "\(id)-\(number)"
        number += 1
      }
      if candidate != id { losses.add("spelling of id") }
      return candidate
    }

    private mutating func keep(_ item: Attribute, of name: String, _ element: SchemaModel.Element) -> Bool {
      if element.takesAnyAttribute || item.name.hasPrefix("xmlns") { return true }
      if item.name == "tool-id", name != "tool", !tools.contains(item.value) {
        losses.add("attribute tool-id of \(name)")
        return false
      }
      guard let values = element.attributes[item.name] else {
        // Attributes of other namespaces may stand; `xml:` ones only where they are named.
        if item.name.contains(":"), !item.name.hasPrefix("xml:") { return true }
        losses.add("attribute \(item.name) of \(name)")
        return false
      }
      let isAllowed =
        values.isEmpty || values.contains(item.value) || (values.contains("x-*") && item.value.hasPrefix("x-"))
      if !isAllowed, !values.contains("x-*"), !element.required.contains(item.name) {
        losses.add("\(item.name)=\"\(item.value)\"")
        return false
      }
      return true
    }

  }
}
