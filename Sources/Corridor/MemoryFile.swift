internal import Exchange
internal import FoundationEssentials

/// A TMX 1.4b file that is written unit by unit.
public struct MemoryFile: ~Copyable {
  private var writer: TMXWriter

  /// Writes the head.
  /// - Parameter source: the language that every unit has; nil where they differ (`*all*`).
  public init(source: LanguageTag?, output: Output) throws(CorridorError) {
    let header = TMXHeader(
      tool: "Corridor", version: Corridor.version, sourceLanguage: source?.description ?? "*all*",
      originalFormat: "corridor", date: Self.now())
    do {
      writer = try TMXWriter(header: header, sink: output)
    } catch {
      throw CorridorError(error)
    }
  }

  public mutating func write(_ unit: TranslationUnit) throws(CorridorError) {
    do {
      try writer.write(unit)
    } catch {
      throw CorridorError(error)
    }
  }

  /// Writes the end; the file is whole after this.
  public mutating func finish() throws(CorridorError) {
    do {
      try writer.finish()
    } catch {
      throw CorridorError(error)
    }
  }

  /// The time as TMX writes it, `YYYYMMDDThhmmssZ`; SOURCE_DATE_EPOCH sets it for builds that must repeat.
  private static func now() -> String {
    let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(TimeInterval.init)
    let date = fixed.map(Date.init(timeIntervalSince1970:)) ?? Date()
    let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted)
    return date.formatted(style)
  }
}
