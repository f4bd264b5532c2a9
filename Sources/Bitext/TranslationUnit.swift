/// A name and a value, as an XML attribute has them; prefixes are part of the name ("xml:lang").
public struct Attribute: Hashable, Sendable {
  /// The name of the attribute.
  public let name: String
  /// Its value, without escapes.
  public let value: String

  /// An attribute.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Text of a segment with its inline codes, exactly as they stand.
public indirect enum Inline: Hashable, Sendable {
  case text(String)
  /// An inline element of any name, known or not: bpt, ept, ph, it, hi, sub, ut, g, mrk …
  case code(name: String, attributes: [Attribute], content: [Inline])
}

/// What stands beside the text of a unit, in the order of the file.
public enum Remark: Hashable, Sendable {
  /// A typed value (`<prop type="x-…">`). Attributes are those besides `type`.
  case property(type: String, value: String, attributes: [Attribute] = [])
  /// A remark for people (`<note>`).
  case note(String, attributes: [Attribute] = [])
  /// Any other element (`<ude>`, one of a tool's own), kept as it stands.
  case element(name: String, attributes: [Attribute] = [], content: [Inline] = [])
}

/// One language's side of a unit.
public struct Variant: Hashable, Sendable {
  /// The language as spelt in the file; `LanguageTag(language)` is nil where it is malformed.
  public let language: String
  /// The attributes of the variant, in order.
  public let attributes: [Attribute]
  /// Notes and properties of the variant, in order.
  public let remarks: [Remark]
  /// The text with its inline codes.
  public let content: [Inline]

  /// A text in one language.
  public init(
    language: String, attributes: [Attribute] = [], remarks: [Remark] = [], content: [Inline]
  ) {
    self.language = language
    self.attributes = attributes
    self.remarks = remarks
    self.content = content
  }

  /// A variant that is plain text.
  public init(language: LanguageTag, text: String) {
    self.init(language: language.description, content: [.text(text)])
  }

  /// The text that is matched and shown: what stands outside native codes. `hi`, `g` and other elements that only
  /// wrap translatable text keep theirs; `bpt`, `ept`, `ph`, `it`, `ut` hold codes and give none.
  public var plainText: String { content.map(\.plainText).joined() }
}

extension Inline {
  /// The translatable text of this piece; empty for a native code.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .code(let name, _, let content):
      Self.nativeCodes.contains(name) ? "" : content.map(\.plainText).joined()
    }
  }

  /// TMX 1.4b elements whose content is native code, not text.
  private static let nativeCodes: Set<String> = ["bpt", "ept", "ph", "it", "ut", "sub"]
}

/// One source text with its translations, and all that was said about them.
public struct TranslationUnit: Hashable, Sendable {
  /// The attributes of the unit, in order.
  public let attributes: [Attribute]
  /// Notes and properties of the unit, in order.
  public let remarks: [Remark]
  /// The sides in the order of the file. Two of one language are legal.
  public let variants: [Variant]

  /// A unit of variants.
  public init(attributes: [Attribute] = [], remarks: [Remark] = [], variants: [Variant]) {
    self.attributes = attributes
    self.remarks = remarks
    self.variants = variants
  }
}
