internal import Linguistics
internal import Rules

/// Two names of one thing that are not spellings of each other.
package struct NameAlias: Hashable, Sendable {
  package let names: [String]
  package let others: [String]
  package let why: String
  private let keys: Set<String>
  private let otherKeys: Set<String>

  package init(names: [String], others: [String], why: String) {
    self.names = names
    self.others = others
    self.why = why
    keys = Set(names.map(Folding.key))
    otherKeys = Set(others.map(Folding.key))
  }

  init(_ row: [DelimitedRows.Field], _ columns: [String: Int]) {
    func field(_ name: String) -> String { columns[name].flatMap { $0 < row.count ? row[$0].text : nil } ?? "" }
    func list(_ name: String) -> [String] { field(name).split(separator: ";").map { String($0) } }
    self.init(names: list("name"), others: list("alias"), why: field("why"))
  }

  func joins(_ a: String, _ b: String) -> Bool {
    (keys.contains(a) && otherKeys.contains(b)) || (otherKeys.contains(a) && keys.contains(b))
  }
}
