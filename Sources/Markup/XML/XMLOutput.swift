package import Bitext
package import Files

/// What a writer does with a character that XML 1.0 cannot hold (most control characters, U+FFFE, U+FFFF).
package enum UnwritableCharacters: Hashable, Sendable {
  /// The write fails and names the unit.
  case refuse
  /// U+FFFD is written in its place.
  case replace
}

/// Builds XML in a buffer and hands it on in pieces. What it writes is always well-formed as far as characters go.
package struct XMLOutput: ~Copyable {
  private var buffer: [UInt8] = []
  private let sink: any ByteSink
  private let characters: UnwritableCharacters
  /// What is being written, for errors: "unit 17 (tuid 'a')".
  package var subject = "the header"
  /// How many characters were replaced.
  package private(set) var replaced = 0

  package init(_ sink: any ByteSink, characters: UnwritableCharacters) {
    self.sink = sink
    self.characters = characters
    buffer.reserveCapacity(1 << 16)
  }

  /// Mark-up that is XML already.
  package mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { buffer.append(contentsOf: $0) }
  }

  /// Hands on what has gathered, if it is much.
  package mutating func flushIfFull() throws(FileError) { if buffer.count >= 1 << 16 { try flush() } }

  package mutating func flush() throws(FileError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Leaves out what was begun at `mark` (`position` of that time): a unit is written whole or not at all.
  package mutating func withdraw(to mark: Int) { buffer.removeSubrange(mark...) }
  package var position: Int { buffer.count }

  /// `<name a="b"` without the end of the tag.
  package mutating func openTag(_ name: String, _ attributes: [Attribute] = []) throws(FileError) {
    buffer.append(UInt8(ascii: "<"))
    try self.name(name)
    for item in attributes { try attribute(item.name, item.value) }
  }

  package mutating func start(_ name: String, _ attributes: [Attribute] = []) throws(FileError) {
    try openTag(name, attributes)
    buffer.append(UInt8(ascii: ">"))
  }

  package mutating func empty(_ name: String, _ attributes: [Attribute] = []) throws(FileError) {
    try openTag(name, attributes)
    raw("/>")
  }

  package mutating func end(_ name: String) throws(FileError) {
    raw("</")
    try self.name(name)
    buffer.append(UInt8(ascii: ">"))
  }

  /// `<name a="b">text</name>`, exactly as the text stands.
  package mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) throws(FileError) {
    try start(name, attributes)
    try self.text(text)
    try end(name)
  }

  package mutating func attribute(_ name: String, _ value: String) throws(FileError) {
    buffer.append(UInt8(ascii: " "))
    try self.name(name)
    raw("=\"")
    try escape(value, inAttribute: true)
    buffer.append(UInt8(ascii: "\""))
  }

  package mutating func text(_ text: String) throws(FileError) { try escape(text, inAttribute: false) }

  /// Text and inline elements, nested as they are. No white space is added.
  package mutating func inline(_ content: [Inline]) throws(FileError) {
    for piece in content {
      switch piece {
      case .text(let text): try self.text(text)
      case .code(let name, let attributes, let content):
        if content.isEmpty {
          try empty(name, attributes)
        } else {
          try start(name, attributes)
          try inline(content)
          try end(name)
        }
      }
    }
  }

  private mutating func name(_ name: String) throws(FileError) {
    guard XMLCharacters.isName(name) else {
      throw failure("'\(name)' is no XML name; rename the element or attribute")
    }
    buffer.append(contentsOf: name.utf8)
  }

  private mutating func escape(_ text: String, inAttribute: Bool) throws(FileError) {
    var text = text
    let begin = buffer.count
    let isPlain = text.withUTF8 { bytes in
      for byte in bytes where XMLCharacters.needsCare[Int(byte)] { return false }
      buffer.append(contentsOf: bytes)
      return true
    }
    if !isPlain {
      buffer.removeSubrange(begin...)
      for scalar in text.unicodeScalars { try escape(scalar, inAttribute) }
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar, _ inAttribute: Bool) throws(FileError) {
    switch scalar {
    case "&": raw("&amp;")
    case "<": raw("&lt;")
    case ">": raw("&gt;")
    case "\"" where inAttribute: raw("&quot;")
    case "\t" where inAttribute: raw("&#9;")
    case "\n" where inAttribute: raw("&#10;")
    // A carriage return that is content would be read back as a line feed.
    case "\r": raw("&#13;")
    default:
      if XMLCharacters.isCharacter(scalar) {
        buffer.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrappedOrReplacement)
      } else if characters == .replace {
        buffer.append(contentsOf: UInt8.replacementCharacter)
        replaced += 1
      } else {
        let value = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - value.count)) + value
        throw failure("U+\(code) cannot stand in XML; remove it, or have it replaced by U+FFFD")
      }
    }
  }

  private func failure(_ message: String) -> FileError {
    FileError(.unwritable, "\(subject): \(message)", at: SourcePosition(file: "output"))
  }
}

extension Optional where Wrapped == Unicode.UTF8.EncodedScalar {
  /// Every Unicode scalar has a UTF-8 form; the replacement is never used.
  fileprivate var unsafelyUnwrappedOrReplacement: Unicode.UTF8.EncodedScalar {
    self ?? UTF8.encodedReplacementCharacter
  }
}
