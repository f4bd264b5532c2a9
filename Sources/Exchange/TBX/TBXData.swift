internal import Bitext

/// Turns what TBX says of concepts and terms into data categories, whatever its version and style.
enum TBXData {
  private static let groups: Set<String> = [
    "descripGrp", "adminGrp", "transacGrp", "termNoteGrp", "noteGrp", "termCompGrp",
  ]
  private static let leaves: Set<String> = [
    "descrip", "admin", "termNote", "ref", "xref", "transac", "transacNote", "descripNote", "adminNote", "termComp",
  ]
  /// Names of TBX-Min and v2 for categories of v3.
  private static let names = [
    "termStatus": "administrativeStatus", "customer": "customerSubset", "processStatus": "processStatus",
    "terminologyManagementTransactions": "transactionType", "normativeAuthorization": "administrativeStatus",
  ]

  /// The data of one element with its content.
  static func data(_ name: String, _ attributes: [Attribute], _ content: [Inline]) -> [TermDatum] {
    if groups.contains(name) { return group(name, attributes, content) }
    if name == "termCompList" { return children(of: content) }
    let isLeaf = leaves.contains(name)
    let type = attributes.value("type")
    let category = isLeaf ? type ?? name : name
    let rest = attributes.filter {
      !(isLeaf && $0.name == "type") && $0.name != "module" && !$0.name.hasPrefix("xmlns")
    }
    if let own = ownNote(name, content) { return [own] }
    return [TermDatum(names[category] ?? category, content.text.trimmed, attributes: rest)]
  }

  /// The main element of a group with the others as its details.
  private static func group(_ name: String, _ attributes: [Attribute], _ content: [Inline]) -> [TermDatum] {
    var data = children(of: content)
    // TBX-Min: <noteGrp><note><noteKey>…</noteKey><noteValue>…</noteValue></note></noteGrp>
    if name == "noteGrp" { return data }
    guard !data.isEmpty else { return [] }
    var main = data.removeFirst()
    main.details += data
    return [main]
  }

  private static func children(of content: [Inline]) -> [TermDatum] {
    content.flatMap { piece -> [TermDatum] in
      guard case .code(let name, let attributes, let content) = piece else { return [] }
      return data(name, attributes, content)
    }
  }

  /// What Corridor wrote into a note because TBX-Basic has no category for it (`TBXWriter.mark`).
  private static func ownNote(_ name: String, _ content: [Inline]) -> TermDatum? {
    guard name == "note" else { return nil }
    let value = content.text.trimmed
    guard value.hasPrefix(mark) else { return nil }
    let halves = value.dropFirst(mark.count).split(separator: "=", maxSplits: 1).map(String.init)
    return halves.count == 2 ? TermDatum(halves[0], halves[1]) : nil
  }

  /// Begins a note that holds a data category of Corridor's own.
  static let mark = "corridor:"

  /// The first title or paragraph of a head, trimmed; empty where there is none.
  static func title(_ content: [Inline]) -> String {
    for case .code(let name, _, let inside) in content {
      let title = ["p", "title"].contains(name) ? inside.text.trimmed : title(inside)
      if !title.isEmpty { return title }
    }
    return ""
  }
}
