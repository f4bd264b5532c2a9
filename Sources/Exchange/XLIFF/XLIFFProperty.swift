internal import Bitext

/// Attributes of XLIFF that no other format has, kept as properties of units: `x-xliff-approved`.
enum XLIFFProperty {
  private static let prefix = "x-xliff-"

  static func type(_ attribute: String) -> String { prefix + attribute }

  static func remark(_ attribute: String, _ value: String) -> Remark {
    .property(type: prefix + attribute, value: value)
  }

  /// The attribute that a property stands for; nil for other properties.
  static func attribute(of type: String) -> String? {
    type.hasPrefix(prefix) ? String(type.dropFirst(prefix.count)) : nil
  }

  static func isOne(_ remark: Remark) -> Bool {
    if case .property(let type, _, _) = remark { type.hasPrefix(prefix) } else { false }
  }

  /// The name of the file that a unit is of.
  static func isFile(_ remark: Remark) -> Bool {
    if case .property(let type, _, _) = remark { type == prefix + "file" } else { false }
  }
}
