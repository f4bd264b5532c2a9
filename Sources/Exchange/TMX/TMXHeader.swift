package import Bitext

/// The head of a translation memory: its attributes, properties, notes and user-defined encodings, in order.
///
/// Source: TMX 1.4b (LISA OSCAR, 2005), `<header>`.
package struct TMXHeader: Hashable, Sendable {
  /// In the order of the file, with the spelling of the file.
  package var attributes: [Attribute]
  /// `<prop>`, `<note>` and, as `Remark.element`, `<ude>`.
  package var remarks: [Remark]
  /// The attributes of `<tmx>` besides `version`: namespaces.
  package var rootAttributes: [Attribute]

  package init(attributes: [Attribute], remarks: [Remark] = [], rootAttributes: [Attribute] = []) {
    self.attributes = attributes
    self.remarks = remarks
    self.rootAttributes = rootAttributes
  }

  /// The head of a memory that `tool` makes.
  /// - Parameters:
  ///   - sourceLanguage: a language tag, or "*all*" where every side may be the source.
  ///   - segmentType: block, paragraph, sentence or phrase.
  ///   - date: `YYYYMMDDThhmmssZ`, or nil to leave it out.
  package init(
    tool: String, version: String, sourceLanguage: String, segmentType: String = "sentence",
    originalFormat: String = "unknown", administrativeLanguage: String = "en", dataType: String = "plaintext",
    date: String? = nil, remarks: [Remark] = []
  ) {
    attributes = [
      Attribute("creationtool", tool), Attribute("creationtoolversion", version),
      Attribute("segtype", segmentType), Attribute("o-tmf", originalFormat),
      Attribute("adminlang", administrativeLanguage), Attribute("srclang", sourceLanguage),
      Attribute("datatype", dataType),
    ]
    if let date { attributes.append(Attribute("creationdate", date)) }
    self.remarks = remarks
    rootAttributes = []
  }

  package subscript(name: String) -> String? { attributes.value(name) }

  /// The language that units are translated from, as spelt; nil where the head does not say, or says "*all*".
  package var sourceLanguage: String? {
    let value = self["srclang"]
    return value == "*all*" ? nil : value
  }
}
