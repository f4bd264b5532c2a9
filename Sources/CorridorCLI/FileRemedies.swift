import Corridor
import Files

/// What the command adds to faults of files: the words about its options and other commands, which the rooms below do
/// not know.
enum FileRemedies {
  /// The line that is printed for an error of the library.
  static func text(_ error: CorridorError) -> String {
    guard case .refused(let fault) = error else { return error.description }
    if let advice = remedy(for: fault.reason), let end = fault.message.firstRange(of: "; ") {
      return "\(fault.position): error: \(fault.message[..<end.upperBound])\(advice)"
    }
    return fault.salvage.map { "\(fault.position): error: \(fault.message) (\(salvage($0)))" } ?? fault.description
  }

  /// What to do with this command, in place of the general advice; nil where that is all there is to say.
  static func remedy(for reason: FileError.Reason) -> String? {
    switch reason {
    case .unknownFormat(let known): "name one of \(known.joined(separator: ", ")) with --format"
    case .noUnits(.glossary): "take it in with 'glossary import'"
    case .noUnits(.rules): "use them with 'segment --srx'"
    case .noUnits(.plainText): "align it with its translation, with 'align --save'"
    case .languageMissing: "name it with --target, or add target-language to <file>"
    case .file, .encoding, .malformed, .entity, .limit, .unsupported, .unwritable, .closedPipe: nil
    }
  }

  /// "2 complete units stand before it; --salvage keeps those".
  static func salvage(_ units: String) -> String { "\(units); --salvage keeps those" }
}
