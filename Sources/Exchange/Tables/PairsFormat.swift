internal import Bitext
internal import Files

/// Pairs of segments: source TAB target, one a line, no quotes. A first line of language codes ("en TAB fr TAB note") says
/// which column is which; without one the first is the source.
struct PairsFormat: ExchangeFormat {
  let name = "tsv"
  let title = "Pairs of segments, separated by a tab"
  let extensions = ["tsv"]
  let content = ExchangeContent.units

  func claims(_ start: String) -> Bool { false }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    Reader(try TextLines(input, context: context), context)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { Writer(sink, options) }

  private final class Reader: ExchangeReader {
    private var lines: TextLines
    private let context: ReadingContext
    private var gaveHeader = false
    private var isFirst = true
    private var columns = (source: 0, target: 1)
    var position: SourcePosition { lines.position }

    init(_ lines: consuming TextLines, _ context: ReadingContext) {
      self.lines = lines
      self.context = context
    }

    func nextItem() throws(FileError) -> ExchangeItem? {
      if !gaveHeader {
        gaveHeader = true
        return .header(.plain(context, format: "tsv"))
      }
      while let line = try lines.next() {
        if !line.utf8.contains(.tab), line.isBlank { continue }
        let fields = line.parted(at: .tab)
        guard fields.count >= 2 else {
          let message = "a line without a tab has no translation: left out"
          context.tell("tsv-fields", .schema, message, at: position, effect: .dropped)
          continue
        }
        if isFirst {
          isFirst = false
          if try readHeader(fields) { continue }
        }
        guard fields.count > max(columns.source, columns.target) else {
          let message = "a line of \(fields.count) columns where the first line names more: left out"
          context.tell("tsv-fields", .schema, message, at: position, effect: .dropped)
          continue
        }
        var remarks: [Remark] = []
        if fields.count > 2 {
          let others = fields.indices.filter { $0 != columns.source && $0 != columns.target }
          remarks.append(.note(others.map { fields[$0] }.joined(separator: "\t")))
        }
        return .unit(
          TranslationUnit(
            remarks: remarks,
            variants: [
              Variant(language: context.source, text: fields[columns.source]),
              Variant(language: context.target, text: fields[columns.target]),
            ]))
      }
      return nil
    }

    /// Takes the columns from a first line of language codes; gives false where it is no such line.
    private func readHeader(_ fields: [String]) throws(FileError) -> Bool {
      let tags = fields.map { LanguageTag($0.filter { !$0.isWhitespace }) }
      func column(_ language: LanguageTag) -> Int? {
        tags.firstIndex { $0 == language } ?? tags.firstIndex { $0?.sameLanguage(as: language) == true }
      }
      let (source, target) = (column(context.source), column(context.target))
      if let source, let target, source != target {
        columns = (source, target)
        return true
      }
      // One of the two languages beside another code: the other column is no text in the language that is asked for.
      let codes = fields.prefix(2)
      let areCodes = codes.allSatisfy {
        $0.utf8.count == 2 && $0.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      }
      guard areCodes, (source == nil) != (target == nil) else { return false }
      let named = codes.map { "'\($0)'" }.joined(separator: " and ")
      throw FileError(
        .malformed,
        "the columns are named \(named), not '\(context.source)' and '\(context.target)'; say which languages are meant",
        at: position)
    }
  }

  private final class Writer: ExchangeWriter {
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
        losses.add(header: header)
      case .unit(let unit):
        let pair = sides.sides(of: unit, &losses)
        losses.add(attributesOf: unit)
        // Notes go to the third column; nothing else has a place.
        let notes = losses.notes(of: unit)
        let texts = [pair.source, pair.target].map { $0.map { losses.plainText($0) } ?? "" }
        let fields = (texts + (notes.isEmpty ? [] : [notes.joined(separator: " ")])).map { $0.onOneLine(&losses) }
        try output.write(fields.joined(separator: "\t") + "\n")
      default: losses.add(item.lossName)
      }
    }

    func finish() throws(FileError) { try output.flush() }
  }
}

extension BitextHeader {
  /// The head of a file that says nothing about itself.
  static func plain(_ context: ReadingContext, format: String) -> BitextHeader {
    BitextHeader(
      TMXHeader(
        tool: "corridor", version: "1", sourceLanguage: context.source.description, originalFormat: format),
      targetLanguage: context.target.description)
  }
}

/// Counting what formats of plain text cannot hold.
extension Losses {
  mutating func add(header: BitextHeader) {
    for remark in header.tmx.remarks { add(Self.name(of: remark)) }
  }

  mutating func add(attributesOf unit: TranslationUnit) {
    for item in unit.attributes { add("attribute \(item.name)") }
  }

  /// The notes of a unit and its variants; whatever else stands beside the text is counted as lost.
  mutating func notes(of unit: TranslationUnit) -> [String] {
    var notes: [String] = []
    for remark in unit.remarks + unit.variants.flatMap(\.remarks) {
      if case .note(let text, _) = remark { notes.append(text) } else { add(Self.name(of: remark)) }
    }
    return notes
  }

  /// The text of a variant; its codes and attributes are counted as lost.
  mutating func plainText(_ variant: Variant) -> String {
    for item in variant.attributes { add("attribute \(item.name)") }
    for case .code(let name, _, _) in variant.content { add("inline code \(name)") }
    return variant.plainText
  }

  static func name(of remark: Remark) -> String {
    switch remark {
    case .property(let type, _, _): "property \(type)"
    case .note: "note"
    case .element(let name, _, _): "element \(name)"
    }
  }
}
