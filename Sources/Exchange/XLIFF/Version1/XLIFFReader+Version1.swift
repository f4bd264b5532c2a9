internal import Bitext
internal import Files
internal import Markup

/// Version 1: `trans-unit`, or each `mrk mtype="seg"` of a segmented one.
extension XLIFFReader {
  func readTransUnit() throws(FileError) {
    var (id, remarks) = readUnitHead()
    var sourceContent: [Inline] = []
    var segmented: [Inline]?
    var targetContent: [Inline]?
    var targetRemarks: [Remark] = []
    var targetLanguage: String?
    while true {
      switch try xml.next() {
      case .start:
        try xml.refuseNestedUnit()
        let place = xml.position
        let attributes = xml.attributeList()
        switch xml.localName {
        case "source": sourceContent = try readContent()
        case "seg-source": segmented = try readContent()
        case "target":
          targetLanguage = try language(of: xml.attribute(named: "xml:lang"), at: place)
          for item in attributes where item.name != "xml:lang" {
            targetRemarks.append(XLIFFProperty.remark(item.name, item.value))
            if item.name == "state", SegmentState(rawValue: item.value) == nil, !item.value.hasPrefix("x-") {
              tell("xliff-state", .meaning, "unknown state '\(item.value)': kept, and taken as not reviewed", place)
            }
          }
          targetContent = try readContent()
        case "prop-group":
          for case .code("prop", let attributes, let content) in try readContent() {
            let type = attributes.value("prop-type") ?? ""
            remarks.append(.property(type: type, value: content.text))
          }
        default: remarks.append(try remark(attributes))
        }
      case .text: continue
      case .end, .finish:
        give(
          id, remarks, segments(sourceContent, segmented, targetContent),
          (targetLanguage ?? target ?? "", targetRemarks))
        return
      }
    }
  }

  /// The segments of a unit of 1.x: by the marks of `seg-source`, else the whole.
  private func segments(_ source: [Inline], _ segmented: [Inline]?, _ target: [Inline]?) -> [Segment] {
    let marks = XLIFFData.segments(segmented ?? [])
    guard !marks.isEmpty else { return [Segment(source: source, target: target)] }
    let targets = XLIFFData.segments(target ?? [])
    return marks.map { mark in
      let match = targets.first { $0.mid == mark.mid }?.content
      return Segment(
        id: mark.mid, source: mark.content, target: match ?? (marks.count == 1 && targets.isEmpty ? target : nil))
    }
  }
}
