internal import Bitext
internal import Files

/// Turns entries into units and units into entries, for conversions between glossaries and files of segments.
struct ItemBridge {
  let content: ExchangeContent
  private(set) var losses = Losses()
  private var count = 0

  init(to content: ExchangeContent) { self.content = content }

  /// The item as the output's kind of content has it.
  mutating func bridge(_ item: ExchangeItem) throws(FileError) -> ExchangeItem {
    switch (item, content) {
    case (.header, .units), (.unit, .units), (.glossary, .entries), (.entry, .entries), (.rules, .rules),
      (.references, .entries):
      return item
    case (.references, .units): return item
    case (.header(let header), .entries):
      return .glossary(
        GlossaryHeader(sourceLanguage: header.sourceLanguage, targetLanguage: header.targetLanguage))
    case (.glossary(let header), .units):
      let source = header.sourceLanguage ?? "*all*"
      let tmx = TMXHeader(
        tool: "corridor", version: "1", sourceLanguage: source, segmentType: "phrase", originalFormat: "glossary")
      return .header(BitextHeader(tmx, targetLanguage: header.targetLanguage))
    case (.unit(let unit), .entries): return .entry(entry(unit))
    case (.entry(let entry), .units): return .unit(unit(entry))
    default:
      throw FileError(
        .unsupported, "segmentation rules and texts cannot be turned into one another; choose another format",
        at: SourcePosition(file: "output"))
    }
  }

  private mutating func entry(_ unit: TranslationUnit) -> ConceptEntry {
    count += 1
    let id = unit.attributes.value("tuid") ?? "c\(count)"
    var entry = ConceptEntry(id: id, position: SourcePosition(file: ""))
    entry.data = data(unit.remarks)
    for item in unit.attributes where item.name != "tuid" { losses.add("attribute \(item.name)") }
    for variant in unit.variants {
      if variant.plainText.trimmed.isEmpty {
        losses.add("empty text")
        continue
      }
      if variant.plainText != variant.plainText.trimmed { losses.add("white space at the end of a text") }
      let term = TermEntry(variant.plainText.trimmed, data: data(variant.remarks))
      for item in variant.attributes { losses.add("attribute \(item.name)") }
      losses.add("inline code", variant.content.count { if case .code = $0 { true } else { false } })
      if let known = entry.languages.firstIndex(where: { $0.language == variant.language }) {
        entry.languages[known].terms.append(term)
      } else {
        entry.languages.append(LanguageSection(language: variant.language, terms: [term]))
      }
    }
    return entry
  }

  private mutating func data(_ remarks: [Remark]) -> [TermDatum] {
    var data: [TermDatum] = []
    for remark in remarks {
      switch remark {
      case .note(let text, _): data.append(TermDatum("note", text))
      case .property(let type, let value, _):
        data.append(TermDatum(type.hasPrefix("x-") ? String(type.dropFirst(2)) : type, value))
      case .element(let name, _, _): losses.add("element \(name)")
      }
    }
    return data
  }

  private mutating func unit(_ entry: ConceptEntry) -> TranslationUnit {
    var variants: [Variant] = []
    for section in entry.languages {
      for term in section.terms {
        let remarks = remarks(section.data) + remarks(term.data)
        variants.append(Variant(language: section.language, remarks: remarks, content: [.text(term.text)]))
      }
    }
    let attributes = entry.id.isEmpty ? [] : [Attribute("tuid", entry.id)]
    return TranslationUnit(attributes: attributes, remarks: remarks(entry.data), variants: variants)
  }

  private mutating func remarks(_ data: [TermDatum]) -> [Remark] {
    var remarks: [Remark] = []
    for datum in data {
      for detail in datum.details where datum.value.isEmpty { remarks += self.remarks([detail]) }
      if !datum.value.isEmpty {
        losses.add("detail of \(datum.category)", datum.details.count)
        remarks.append(
          datum.category == "note" ? .note(datum.value) : .property(type: "x-\(datum.category)", value: datum.value))
      }
    }
    return remarks
  }
}
