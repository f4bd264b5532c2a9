internal import Bitext
internal import Markup

/// An element of an XLIFF 2 file, as its checks need it.
struct XLIFF2Node {
  /// "" for XLIFF's own namespace, the short name of a module ("mtc", "gls"), "xml", "?" for extensions.
  let space: String
  let name: String
  /// By name, with the short name of the namespace before it: "id", "fs:fs", "xml:lang", "?:any".
  let attributes: [String: String]
  let position: SourcePosition
  var children: [XLIFF2Node] = []
  var hasText = false

  /// "source", "mtc:match".
  var label: String { space.isEmpty ? name : "\(space):\(name)" }
  subscript(_ attribute: String) -> String? { attributes[attribute] }

  /// Whether it is the format's own.
  var isCore: Bool { space.isEmpty }
  func core(_ name: String) -> [XLIFF2Node] { children.filter { $0.isCore && $0.name == name } }

  /// Everything inside, in the order of the file.
  var descendants: [XLIFF2Node] { children.flatMap { [$0] + $0.descendants } }

  private static let modules = [
    "matches": "mtc", "glossary": "gls", "fs": "fs", "metadata": "mda", "resourcedata": "res",
    "changetracking": "ctr", "sizerestriction": "slr", "validation": "val", "plural": "pgs",
  ]

  /// The short name of a namespace.
  static func space(_ namespace: String) -> String {
    if namespace.hasPrefix("urn:oasis:names:tc:xliff:document:2") { return "" }
    if namespace == "http://www.w3.org/XML/1998/namespace" { return "xml" }
    if namespace.hasPrefix("http://www.w3.org/2005/11/its") || namespace.hasPrefix("urn:oasis:names:tc:xliff:itsm:") {
      return "its"
    }
    for (name, short) in modules where namespace.hasPrefix("urn:oasis:names:tc:xliff:\(name):2") { return short }
    return "?"
  }

  init(_ name: XMLExpandedName, _ attributes: [XMLExpandedAttribute], at position: SourcePosition) {
    space = Self.space(name.namespace)
    self.name = name.local
    self.position = position
    self.attributes = Dictionary(
      attributes.map { item in
        let space = item.name.namespace.isEmpty ? "" : Self.space(item.name.namespace) + ":"
        return (space + item.name.local, item.value)
      }, uniquingKeysWith: { first, _ in first })
  }
}
