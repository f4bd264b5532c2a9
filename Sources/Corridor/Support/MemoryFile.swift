internal import Exchange
internal import Files
internal import FoundationEssentials

/// A file of units that is written one by one: TMX 1.4b or XLIFF 1.2.
public struct MemoryFile: ~Copyable {
  /// The format that is written.
  public enum Kind: String, Sendable { case tmx, xliff }

  private let writer: any ExchangeWriter

  /// Writes the head.
  /// - Parameters:
  ///   - source: the language that every unit has; nil where they differ (`*all*`), which XLIFF cannot hold.
  ///   - target: the language of the translations, where there are any.
  public init(_ kind: Kind = .tmx, source: LanguageTag?, target: LanguageTag? = nil, output: Output)
    throws(CorridorError)
  {
    guard kind == .tmx || source != nil else {
      throw .oneLanguageFormat("XLIFF")
    }
    let header = TMXHeader(
      tool: "Corridor", version: Corridor.version, sourceLanguage: source?.description ?? "*all*",
      originalFormat: "corridor", date: Self.now())
    guard let format = ExchangeFormats.named(kind.rawValue) else {
      throw .failure("the format \(kind.rawValue) is not there")
    }
    writer = try exchanging { () throws(FileError) in
      let writer = try format.writer(output, options: WritingOptions())
      try writer.write(.header(BitextHeader(header, targetLanguage: target?.description)))
      return writer
    }
  }

  /// Writes one unit.
  public func write(_ unit: TranslationUnit) throws(CorridorError) {
    try exchanging { () throws(FileError) in try writer.write(.unit(unit)) }
  }

  /// Writes the end; the file is whole after this.
  public func finish() throws(CorridorError) {
    try exchanging { () throws(FileError) in try writer.finish() }
  }

  /// The time as TMX writes it, `YYYYMMDDThhmmssZ`; SOURCE_DATE_EPOCH sets it for builds that must repeat.
  static func now() -> String {
    let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(TimeInterval.init)
    return TimeStamp(fixed ?? Date().timeIntervalSince1970).description
  }
}
