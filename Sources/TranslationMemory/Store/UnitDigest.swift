internal import Bitext
internal import Files

/// A number that is equal for equal units: content and context, not origin, dates or tags.
enum UnitDigest {
  /// - Parameter scratch: room to write in, so that a million units need one buffer.
  static func of(_ record: UnitRecord, scratch: inout [UInt8]) -> Int64 {
    scratch.removeAll(keepingCapacity: true)
    UnitCoding.encode(record.unit, into: &scratch)
    return of(context: record.context, scratch: &scratch)
  }

  /// - Parameter scratch: the unit's bytes; the context is written behind them.
  static func of(context: DocumentContext?, scratch: inout [UInt8]) -> Int64 {
    if let context {
      UnitCoding.append(context.language.folded, to: &scratch)
      for side in [context.previous, context.next] {
        scratch.append(side == nil ? 0 : 1)
        UnitCoding.append(side ?? "", to: &scratch)
      }
    }
    return Int64(bitPattern: ContentHash.of(scratch))
  }
}

extension UnitDigest {
  /// The same of the bytes of a unit as they are stored, so that a text that was altered is known when it is read.
  static func of(body: UnsafeRawBufferPointer, context: DocumentContext?) -> Int64 {
    guard context != nil else { return Int64(bitPattern: ContentHash.of(body)) }
    var bytes = Array(body)
    return of(context: context, scratch: &bytes)
  }
}

/// A language tag without region and script, for tags that may be malformed ("EN_us").
enum LanguageBase {
  static func of(_ tag: String) -> String {
    // Two or three letters in lower case are the base themselves.
    if tag.utf8.count <= 3, tag.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) { return tag }
    return String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
  }
}
