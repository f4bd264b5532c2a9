internal import Files

/// Reads what is between `<?xml` and `?>` by its grammar (XML 1.0, productions 23 to 32 and 80).
struct XMLDeclaration {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What is wrong with it, and how many bytes behind `<?xml`; nil if nothing is.
  static func fault(in bytes: UnsafeBufferPointer<UInt8>) -> (message: String, at: Int)? {
    var declaration = XMLDeclaration(bytes)
    return declaration.check().map { ($0, min(declaration.at, bytes.count)) }
  }

  private mutating func check() -> String? {
    guard skipSpace(), let version = value(of: "version") else {
      return "the XML declaration lacks its version; write <?xml version=\"1.0\"?>"
    }
    let digits = version.dropFirst(2)
    guard version.starts(with: "1.".utf8), !digits.isEmpty, digits.allSatisfy({ $0.isDigit }) else {
      return "the version is not 1.0; write <?xml version=\"1.0\"?>"
    }
    var hasSpace = skipSpace()
    if hasSpace, let encoding = value(of: "encoding") {
      guard Self.isEncoding(encoding) else { return "the encoding is no name; write encoding=\"UTF-8\"" }
      hasSpace = skipSpace()
    }
    if hasSpace, let standalone = value(of: "standalone") {
      guard standalone.elementsEqual("yes".utf8) || standalone.elementsEqual("no".utf8) else {
        return "standalone is neither yes nor no; write one of them"
      }
      _ = skipSpace()
    }
    return at == bytes.count ? nil : "the XML declaration holds something else; write <?xml version=\"1.0\"?>"
  }

  private static func isEncoding(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    guard let first = name.first, isLetter(first) else { return false }
    return name.allSatisfy { isLetter($0) || $0.isDigit || "._-".utf8.contains($0) }
  }

  /// Moves behind white space; false if there is none.
  private mutating func skipSpace() -> Bool {
    let begin = at
    while at < bytes.count, XMLScannerBytes.isSpace(bytes[at]) { at += 1 }
    return at > begin
  }

  /// The quoted value of a pseudo attribute, moved behind; nil if something else is here.
  private mutating func value(of name: String) -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard bytes[at...].starts(with: name.utf8) else { return nil }
    at += name.utf8.count
    _ = skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    _ = skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'"),
      let end = bytes[(at + 1)...].firstIndex(of: bytes[at])
    else { return nil }
    defer { at = end + 1 }
    return bytes[(at + 1)..<end]
  }
}
