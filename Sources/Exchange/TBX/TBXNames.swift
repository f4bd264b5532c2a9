internal import Bitext

/// What the elements of a termbase are called: they were renamed between the two editions of TBX.
struct TBXNames: Sendable {
  let root: String
  let header: String
  let concept: String
  let language: String
  let term: String
  let references: String
  /// Whether a term note may stand in a group with what is said of it.
  let groupsTermNotes: Bool
  /// Whether the head names the file of constraints that makes up the dialect; in v3 the root does.
  let dialectIsNamedInHead: Bool

  /// ISO 30042:2019.
  static let v3 = TBXNames(
    root: "tbx", header: "tbxHeader", concept: "conceptEntry", language: "langSec", term: "termSec",
    references: "refObjectSec", groupsTermNotes: true, dialectIsNamedInHead: false)
  /// ISO 30042:2008.
  static let v2 = TBXNames(
    root: "martif", header: "martifHeader", concept: "termEntry", language: "langSet", term: "tig",
    references: "refObjectList", groupsTermNotes: false, dialectIsNamedInHead: true)

  /// The attributes of the root.
  /// - Parameter language: the default language of what stands in the file.
  func rootAttributes(_ language: String) -> [Attribute] {
    root == "tbx"
      ? [
        Attribute("type", "TBX-Basic"), Attribute("style", "dca"), Attribute("xml:lang", language),
        Attribute("xmlns", "urn:iso:std:iso:30042:ed-2"),
      ] : [Attribute("type", "TBX-Basic"), Attribute("xml:lang", language)]
  }
}
