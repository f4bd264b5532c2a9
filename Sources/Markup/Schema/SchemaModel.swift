/// The structure of a format as its schema lays it down, in a notation of one line an element.
///
///     tuv | note/prop* seg | xml:lang! usagecount pos=begin,end
///
/// First the element, then its content: steps in order, each a choice of elements with `?`, `*`, `+` or nothing (once);
/// `#text` lets text stand, `#any` lets anything stand. Then its attributes: `!` makes one required, `=` lists its values,
/// `*` lets any stand. The first line is the root.
package struct SchemaModel: Sendable {
  package struct Step: Sendable {
    package let elements: Set<String>
    package let minimum: Int
    package let maximum: Int
    /// As it is written in the notation, for messages.
    package let spelt: String
  }

  package struct Element: Sendable {
    package var steps: [Step] = []
    package var holdsText = false
    package var holdsAnything = false
    package var required: [String] = []
    /// Values that an attribute may have; empty where any will do.
    package var attributes: [String: [String]] = [:]
    package var takesAnyAttribute = false
  }

  /// What the model is of, for messages: "TMX 1.4".
  package let name: String
  /// What findings of it are called: "tmx".
  package let id: String
  package let root: String
  package let elements: [String: Element]
  /// Whether elements and attributes of other namespaces may stand anywhere.
  package let takesForeign: Bool

  package init(_ name: String, id: String, takesForeign: Bool, _ table: String) {
    self.name = name
    self.id = id
    self.takesForeign = takesForeign
    var elements: [String: Element] = [:]
    var root = ""
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").map(String.init) }
      guard parts.count == 3, let names = parts[0].first else { continue }
      // Elements that are alike share a line: "note,admin".
      for element in names.split(separator: ",").map(String.init) {
        if root.isEmpty { root = element }
        elements[element] = Self.element(parts[1], parts[2])
      }
    }
    self.root = root
    self.elements = elements
  }

  /// Whether the root of the model may have this version.
  package func version(_ version: String?) -> Bool {
    guard let values = elements[root]?.attributes["version"], let version else { return true }
    return values.isEmpty || values.contains(version)
  }

  private static func element(_ content: [String], _ attributes: [String]) -> Element {
    var element = Element()
    for word in content {
      switch word {
      case "#text": element.holdsText = true
      case "#any": element.holdsAnything = true
      default:
        let mark = word.last ?? " "
        let choice = "?*+".contains(mark) ? String(word.dropLast()) : word
        element.steps.append(
          Step(
            elements: Set(choice.split(separator: "/").map(String.init)), minimum: "?*".contains(mark) ? 0 : 1,
            maximum: "*+".contains(mark) ? Int.max : 1, spelt: choice))
      }
    }
    for word in attributes {
      if word == "*" {
        element.takesAnyAttribute = true
        continue
      }
      let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
      let isRequired = halves[0].hasSuffix("!")
      let name = isRequired ? String(halves[0].dropLast()) : halves[0]
      if isRequired { element.required.append(name) }
      element.attributes[name] = halves.count > 1 ? halves[1].split(separator: ",").map(String.init) : []
    }
    return element
  }
}
