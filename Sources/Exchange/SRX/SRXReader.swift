internal import Bitext
internal import CICU
package import Files
internal import Markup

/// Reads a file of segmentation rules. Patterns that are no regular expressions are refused in their place.
package struct SRXReader {
  package private(set) var rules = SRXRules()
  /// The version that the file says it has.
  package private(set) var version = ""

  /// - Throws: `FileError` where it is no SRX, or a pattern is malformed or nested too deep.
  package init(_ source: any ByteSource, context: ReadingContext = ReadingContext()) throws(FileError) {
    try self.init(try ExchangeFormats.unpack(source, context: context), context: context)
  }

  init(_ input: PrefixedSource, context: ReadingContext) throws(FileError) {
    var xml = XMLScanner(try XMLEncoding.open(input, context: context), limits: context.limits)
    if context.validates { xml.schema = SchemaCheck(.srx20, context: context) }
    var body = Body(name: input.name, context: context)
    while true {
      switch try xml.next() {
      case .start: try body.start(&xml)
      case .text: try body.text(&xml)
      case .end: try body.end(&xml)
      case .finish:
        rules = body.rules
        version = body.version
        body.checkMaps()
        return
      }
    }
  }

  /// What is being read. A value of its own, since it is filled event by event.
  private struct Body {
    let name: String
    let context: ReadingContext
    var rules = SRXRules()
    var version = ""
    private var group = ""
    private var current: [SegmentationRule] = []
    private var breaks = true
    private var before = ""
    private var after = ""
    private var rulePosition: SourcePosition
    private var pattern: String?
    private var patternPosition: SourcePosition

    init(name: String, context: ReadingContext) {
      self.name = name
      self.context = context
      rulePosition = SourcePosition(file: name)
      patternPosition = rulePosition
    }

    mutating func start(_ xml: inout XMLScanner) throws(FileError) {
      let attributes = xml.attributeList()
      func value(_ name: String) -> String? { attributes.value(name) }
      let element = xml.names.spelt[xml.local]
      if xml.depth == 1, element != "srx" {
        let hint = ExchangeFormats.hint(forRoot: element)
        throw FileError(.malformed, "the root is <\(element)>, not <srx>; \(hint)", at: xml.position)
      }
      switch element {
      case "srx":
        version = value("version") ?? ""
        if version == "1.0" {
          rules.cascades = false
          tell("srx-version", "SRX 1.0: read as 2.0 in which the first matching map alone counts", xml.position)
        } else if version != "2.0" {
          tell("srx-version", "unknown version '\(version)'; read as 2.0", xml.position)
        }
      case "header":
        rules.segmentsSubflows = value("segmentsubflows") != "no"
        if version != "1.0" { rules.cascades = value("cascade") == "yes" }
      case "formathandle":
        if let type = value("type") {
          rules.formatHandling.append(.init(type: type, isIncluded: value("include") == "yes"))
        }
      case "languagerule":
        group = value("languagerulename") ?? ""
        current = []
      case "rule":
        rulePosition = xml.position
        breaks = value("break") != "no"
        (before, after) = ("", "")
      case "beforebreak", "afterbreak":
        pattern = ""
        patternPosition = xml.position
      case "languagemap":
        let map = SRXRules.LanguageMap(
          pattern: value("languagepattern") ?? "", rule: value("languagerulename") ?? "", position: xml.position)
        try check(map.pattern, "the language pattern", xml.position)
        rules.maps.append(map)
      default: break
      }
    }

    mutating func text(_ xml: inout XMLScanner) throws(FileError) {
      if pattern != nil {
        if pattern == "" { patternPosition = xml.position }
        pattern?.append(try xml.text())
      }
    }

    mutating func end(_ xml: inout XMLScanner) throws(FileError) {
      switch xml.names.spelt[xml.local] {
      case "beforebreak":
        before = pattern ?? ""
        try checkPattern("beforebreak")
        pattern = nil
      case "afterbreak":
        after = pattern ?? ""
        try checkPattern("afterbreak")
        pattern = nil
      case "rule":
        current.append(SegmentationRule(breaks: breaks, before: before, after: after, position: rulePosition))
      case "languagerule": rules.languageRules.append(.init(name: group, rules: current))
      default: break
      }
    }

    private func checkPattern(_ element: String) throws(FileError) {
      try check(pattern ?? "", "<\(element)> of rule \(current.count + 1) of '\(group)'", patternPosition)
    }

    private func check(_ pattern: String, _ what: String, _ place: SourcePosition) throws(FileError) {
      if pattern.isEmpty { return }
      if Self.depth(of: pattern) > context.limits.patternDepth {
        let limit = "more than \(context.limits.patternDepth) parentheses inside one another"
        throw FileError(
          .limit(.patternDepth), "\(what): \(limit); raise the limit 'pattern-depth' if the file is to be trusted",
          at: place)
      }
      var line: Int32 = 0
      var offset: Int32 = 0
      var status: Int32 = 0
      var pattern = pattern
      let regex = pattern.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          cicu_regex_open($0.baseAddress, Int32($0.count), &line, &offset, &status)
        }
      }
      guard let regex else {
        let name = String(cString: cicu_error_name(status))
        throw FileError(
          .malformed, "\(what) is no regular expression (\(name) at character \(offset + 1)); correct it", at: place)
      }
      cicu_regex_close(regex)
    }

    /// How deep groups and sets are nested at most.
    private static func depth(of pattern: String) -> Int {
      var depth = 0
      var deepest = 0
      var isEscaped = false
      for byte in pattern.utf8 {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
          depth += 1
          deepest = max(deepest, depth)
        } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
          depth -= 1
        }
      }
      return deepest
    }

    /// Maps that name rules which are not there, and rules that no map names.
    func checkMaps() {
      guard context.validates else { return }
      let names = Set(rules.languageRules.map(\.name))
      for map in rules.maps where !names.contains(map.rule) {
        tell("srx-map", "no rules are named '\(map.rule)': the map does nothing", map.position)
      }
      let mapped = Set(rules.maps.map(\.rule))
      for group in rules.languageRules where !mapped.contains(group.name) {
        let place = group.rules.first?.position ?? SourcePosition(file: name)
        tell("srx-map", "no map names the rules '\(group.name)': they are never used", place)
      }
    }

    private func tell(_ id: String, _ message: String, _ place: SourcePosition) {
      context.tell(id, .meaning, message, at: place)
    }
  }
}
