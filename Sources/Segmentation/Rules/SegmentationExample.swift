package import Bitext
internal import Rules

/// A text of a rule file with the sentences it must give: "M. Macron parle.‖ Il part."; "⟦date 2020-11⟧ Il part." has a
/// part that belongs to no sentence; "@fr Il part." is cut by the rules of that language, whatever the file.
package struct SegmentationExample: Hashable, Sendable {
  package let text: String
  /// Without the white space round them.
  package let sentences: [String]
  package let position: SourcePosition
  /// The language that it names itself; nil for that of its file.
  package let language: String?

  package init(marked: String, position: SourcePosition) {
    self.position = position
    var marked = marked[...]
    if marked.first == "@", let space = marked.firstIndex(of: " ") {
      language = String(marked[..<space].dropFirst())
      marked = marked[space...].dropFirst()
    } else {
      language = nil
    }
    text = String(marked.unicodeScalars.filter { $0 != "‖" && $0 != "⟦" && $0 != "⟧" })
    var outside = ""
    var depth = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": depth += 1
      case "⟧": depth -= 1
      default: if depth == 0 { outside.unicodeScalars.append(scalar) }
      }
    }
    sentences = outside.unicodeScalars.split { $0 == "‖" || $0 == "\n" }.compactMap { piece in
      let trimmed = Array(piece.drop { ScalarKind.isSpace($0.value) }.reversed())
        .drop { ScalarKind.isSpace($0.value) }.reversed()
      return trimmed.isEmpty ? nil : String(String.UnicodeScalarView(trimmed))
    }
  }

  static func read(_ node: RuleNode?, _ faults: inout [RulesError]) -> [SegmentationExample] {
    (node?.items ?? []).compactMap { item in
      guard let text = item.text else {
        faults.append(RulesError("a text is expected here", at: item.position))
        return nil
      }
      return SegmentationExample(marked: text, position: item.position)
    }
  }
}
