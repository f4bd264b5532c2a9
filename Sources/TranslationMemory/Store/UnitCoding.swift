internal import Bitext
internal import Files

/// A unit as bytes: its attributes, remarks, variants and inline codes, exactly and in order.
///
/// Version 1: a version byte, a byte that says where texts stand, then counts and lengths as LEB128 and texts as UTF-8. The
/// first stores kept the text of a variant that is nothing but plain text in the variant's own row (`beside`).
enum UnitCoding {
  static let version: UInt8 = 1

  enum Texts: UInt8 {
    case selfContained = 0
    case beside = 1
  }

  /// How deep inline elements may be nested; TMX and XLIFF in the wild stay under ten.
  static let depthLimit = 2_048

  struct Damaged: Error {}

  static func encode(_ unit: TranslationUnit, texts: Texts = .selfContained, into bytes: inout [UInt8]) {
    bytes.append(version)
    bytes.append(texts.rawValue)
    append(unit.attributes, to: &bytes)
    append(unit.remarks, to: &bytes)
    append(unit.variants.count, to: &bytes)
    for variant in unit.variants {
      append(variant.language, to: &bytes)
      append(variant.attributes, to: &bytes)
      append(variant.remarks, to: &bytes)
      if texts == .beside, case .text? = variant.content.first, variant.content.count == 1 {
        append(0, to: &bytes)
      } else {
        append(variant.content.count + 1, to: &bytes)
        for piece in variant.content { append(piece, to: &bytes) }
      }
    }
  }

  /// - Parameter text: the text of a variant by its number; asked where texts stand beside.
  static func decode(_ bytes: UnsafeRawBufferPointer, text: (Int) -> String?) throws -> TranslationUnit {
    var reader = Reader(bytes: bytes)
    guard try reader.byte() == version, let texts = Texts(rawValue: try reader.byte()) else { throw Damaged() }
    let attributes = try reader.attributes()
    let remarks = try reader.remarks()
    let count = try reader.count()
    var variants: [Variant] = []
    variants.reserveCapacity(count)
    for number in 0..<count {
      let language = try reader.string()
      let variantAttributes = try reader.attributes()
      let variantRemarks = try reader.remarks()
      let pieces = try reader.number()
      var content: [Inline] = []
      if pieces == 0 {
        guard texts == .beside, let text = text(number) else { throw Damaged() }
        content = [.text(text)]
      } else {
        content = try reader.content(pieces - 1, depth: 0)
      }
      variants.append(
        Variant(language: language, attributes: variantAttributes, remarks: variantRemarks, content: content))
    }
    guard reader.isAtEnd else { throw Damaged() }
    return TranslationUnit(attributes: attributes, remarks: remarks, variants: variants)
  }

  // MARK: Writing

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    VariableLengthInteger.append(UInt64(number), to: &bytes)
  }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text.utf8.count, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  private static func append(_ attributes: [Attribute], to bytes: inout [UInt8]) {
    append(attributes.count, to: &bytes)
    for attribute in attributes {
      append(attribute.name, to: &bytes)
      append(attribute.value, to: &bytes)
    }
  }

  private static func append(_ remarks: [Remark], to bytes: inout [UInt8]) {
    append(remarks.count, to: &bytes)
    for remark in remarks {
      switch remark {
      case .property(let type, let value, let attributes):
        bytes.append(0)
        append(type, to: &bytes)
        append(value, to: &bytes)
        append(attributes, to: &bytes)
      case .note(let text, let attributes):
        bytes.append(1)
        append(text, to: &bytes)
        append(attributes, to: &bytes)
      case .element(let name, let attributes, let content):
        bytes.append(2)
        append(name, to: &bytes)
        append(attributes, to: &bytes)
        append(content.count, to: &bytes)
        for piece in content { append(piece, to: &bytes) }
      }
    }
  }

  private static func append(_ piece: Inline, to bytes: inout [UInt8]) {
    switch piece {
    case .text(let text):
      bytes.append(0)
      append(text, to: &bytes)
    case .code(let name, let attributes, let content):
      bytes.append(1)
      append(name, to: &bytes)
      append(attributes, to: &bytes)
      append(content.count, to: &bytes)
      for piece in content { append(piece, to: &bytes) }
    }
  }

  // MARK: Reading

  struct Reader {
    let bytes: UnsafeRawBufferPointer
    var offset = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func byte() throws -> UInt8 {
      guard offset < bytes.count else { throw Damaged() }
      defer { offset += 1 }
      return bytes[offset]
    }

    mutating func number() throws -> Int {
      guard let value = VariableLengthInteger.read(bytes, at: &offset).flatMap(Int.init(exactly:)) else {
        throw Damaged()
      }
      return value
    }

    /// A number of things that take at least a byte each: more than there are bytes left is damage.
    mutating func count() throws -> Int {
      let value = try number()
      guard value <= bytes.count - offset else { throw Damaged() }
      return value
    }

    mutating func string() throws -> String {
      let length = try count()
      defer { offset += length }
      guard let text = String(validating: bytes[offset..<offset + length], as: UTF8.self) else { throw Damaged() }
      return text
    }

    mutating func attributes() throws -> [Attribute] {
      let count = try count()
      return try (0..<count).map { _ in Attribute(try string(), try string()) }
    }

    mutating func remarks() throws -> [Remark] {
      let count = try count()
      return try (0..<count).map { _ in
        switch try byte() {
        case 0: return .property(type: try string(), value: try string(), attributes: try attributes())
        case 1: return .note(try string(), attributes: try attributes())
        case 2:
          let name = try string()
          let attributes = try attributes()
          return .element(name: name, attributes: attributes, content: try content(try self.count(), depth: 0))
        default: throw Damaged()
        }
      }
    }

    mutating func content(_ count: Int, depth: Int) throws -> [Inline] {
      guard count <= bytes.count - offset, depth < UnitCoding.depthLimit else { throw Damaged() }
      return try (0..<count).map { _ in
        switch try byte() {
        case 0: return .text(try string())
        case 1:
          let name = try string()
          let attributes = try attributes()
          return .code(
            name: name, attributes: attributes, content: try content(try self.count(), depth: depth + 1))
        default: throw Damaged()
        }
      }
    }
  }
}
