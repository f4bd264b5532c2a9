internal import Bitext
package import Files

/// Turns a file of one format into one of another.
package enum Conversion {
  /// What came of it. Findings went to the reading context.
  package struct Report: Sendable {
    /// Names of the formats.
    package let from: String
    package let to: String
    /// Units, entries or sets of rules that were written.
    package let written: Int
    /// Units or entries that could not be used and were left out by the reader.
    package let dropped: Int
    /// What the output format could not hold.
    package let losses: [(name: String, count: Int)]
  }

  /// Reads `source` and writes all of it that `output` can hold. The sink is complete, but not committed, on return.
  /// - Parameters:
  ///   - input: the format of `source`; nil finds it by content, then by name.
  ///   - context: strict or salvaging, with limits; told of what the reader finds.
  /// - Throws: `FileError` for a file of unknown format, damage, a limit, a character that cannot be written.
  package static func run(
    from source: any ByteSource, reading input: (any ExchangeFormat)? = nil, to sink: any ByteSink,
    as output: any ExchangeFormat, options: WritingOptions = WritingOptions(),
    context: ReadingContext = ReadingContext()
  ) throws(FileError) -> Report {
    let opened = try ExchangeFormats.unpack(source, context: context)
    let format: any ExchangeFormat
    if let input { format = input } else { format = try ExchangeFormats.detect(opened) }
    if let copy = try XLIFFCopy.run(
      opened, of: source, from: format, to: output, sink: sink, options: options, context: context)
    {
      return copy
    }
    let reader = try format.reader(opened, context: context)
    let writer = try output.writer(sink, options: options)
    var bridge = ItemBridge(to: output.content)
    var written = 0
    while let item = try reader.nextItem() {
      do throws(FileError) {
        try writer.write(try bridge.bridge(item))
      } catch {
        // A writer knows what it was given, not where that came from.
        throw error.reason == .unwritable ? error.moved(to: reader.position) : error
      }
      switch item {
      case .unit, .entry, .rules: written += 1
      default: break
      }
    }
    try writer.finish()
    var losses = bridge.losses
    for loss in writer.losses.counts { losses.add(loss.name, loss.count) }
    return Report(
      from: format.name, to: output.name, written: written, dropped: context.dropped, losses: losses.counts)
  }
}
