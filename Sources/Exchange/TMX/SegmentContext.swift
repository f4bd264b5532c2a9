package import Bitext
internal import Files

/// What stood before and after a segment in its text, as seven tools note it in the properties of a memory.
///
/// The properties stay as they are; this only reads them. Hashes tell contexts apart, but no text.
package struct SegmentContext: Hashable, Sendable {
  package enum Dialect: String, Hashable, Sendable, CaseIterable {
    case trados, memoQ, phrase, xtm, globalLink, mateCat, omegaT
  }

  package let dialect: Dialect
  /// The source text before and after, or a hash of it; nil where the tool notes none.
  package let previous: String?
  package let next: String?
  /// Whether the two are hashes.
  package let isHash: Bool

  /// The context of a unit, or nil where no tool noted one.
  package init?(of unit: TranslationUnit) {
    let all = Self.properties(unit.remarks)
    let sides = unit.variants.map { Self.properties($0.remarks) }
    func pair(_ list: [String: String], _ previous: String, _ next: String) -> (String?, String?)? {
      let found = (list[previous], list[next])
      return found.0 == nil && found.1 == nil ? nil : found
    }
    if let content = all["x-ContextContent"] {
      // "previous source | previous target | next source | next target", the later parts often left out.
      let parts = content.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
      self.init(.trados, Self.nonEmpty(parts.first), parts.count > 2 ? Self.nonEmpty(parts[2]) : nil)
    } else if let hashes = all["x-Context"] {
      let parts = hashes.split(separator: ",").map { $0.trimmed }
      self.init(.trados, parts.first, parts.count > 1 ? parts[1] : nil, isHash: true)
    } else if let side = sides.lazy.compactMap({ pair($0, "x-context-pre", "x-context-post") }).first {
      self.init(.memoQ, side.0.map { Self.segmentText($0) }, side.1.map { Self.segmentText($0) })
    } else if let side = sides.lazy.compactMap({ pair($0, "context_prev", "context_next") }).first {
      self.init(.phrase, side.0, side.1)
    } else if let found = pair(all, "x-previous-source-text", "x-next-source-text") {
      self.init(.xtm, found.0, found.1)
    } else if let found = pair(all, "x-previous-crc", "x-next-crc") {
      self.init(.xtm, found.0, found.1, isHash: true)
    } else if let found = pair(all, "previousMd5Segment", "nextMd5Segment")
      ?? pair(all, "previousMd5Checksum", "nextMd5Checksum")
    {
      self.init(.globalLink, found.0, found.1, isHash: true)
    } else if let found = pair(all, "x-context-pre", "x-context-post") {
      // memoQ notes it with the source side, MateCat with the unit, as plain text; some exports mix the two.
      let isMarkedUp = [found.0, found.1].contains { $0?.hasPrefix("<seg") == true }
      self.init(
        isMarkedUp ? .memoQ : .mateCat, found.0.map { Self.segmentText($0) }, found.1.map { Self.segmentText($0) })
    } else if let found = pair(all, "prev", "next") {
      self.init(.omegaT, found.0, found.1)
    } else {
      return nil
    }
  }

  private init(_ dialect: Dialect, _ previous: String?, _ next: String?, isHash: Bool = false) {
    self.dialect = dialect
    self.previous = previous
    self.next = next
    self.isHash = isHash
  }

  private static func properties(_ remarks: [Remark]) -> [String: String] {
    var list: [String: String] = [:]
    for case .property(let type, let value, _) in remarks where list[type] == nil { list[type] = value }
    return list
  }

  private static func nonEmpty(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }

  /// The text inside `<seg>…</seg>` without its codes; text that is no such thing as it stands.
  private static func segmentText(_ value: String) -> String {
    guard value.hasPrefix("<seg") else { return value }
    let document = "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"und\">\(value)</tuv></tu></body></tmx>"
    let source = MemorySource(Array(document.utf8), name: "context")
    let unit = try? TMXReader(source).next()
    return unit?.variants.first?.plainText ?? value
  }
}
