package import Bitext
package import Files

/// Holds the events of a scanner against a schema model and reports where they differ.
package final class SchemaCheck {
  private var model: SchemaModel
  /// Models of which the root decides.
  private let models: [SchemaModel]
  private let context: ReadingContext
  private var levels: [Level] = []
  /// Inside an element that the model does not know: how deep.
  private var unknownDepth = 0

  private struct Level {
    let name: String
    let element: SchemaModel.Element
    var step = 0
    var count = 0
    let isOpenToAll: Bool
  }

  package convenience init(_ model: SchemaModel, context: ReadingContext) {
    self.init(first: model, [], context: context)
  }

  /// The model that has the root of the file holds; the first where none has.
  package convenience init(_ models: [SchemaModel], context: ReadingContext) {
    self.init(first: models[0], models, context: context)
  }

  private init(first: SchemaModel, _ models: [SchemaModel], context: ReadingContext) {
    model = first
    self.models = models
    self.context = context
  }

  /// What the last event broke. Its place is worked out only for these: that costs more than the check.
  package private(set) var pending: [(what: String, message: String)] = []

  /// Tells what is pending, all at one place.
  package func report(at position: SourcePosition) {
    for fault in pending {
      context.tell("\(model.id)-\(fault.what)", .schema, fault.message, at: position)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// - Parameter isForeign: whether the element is in another namespace than the root.
  package func start(
    _ name: Int, _ attributes: [XMLScanner.AttributeValue], _ names: borrowing XMLNames, isForeign: Bool
  ) {
    if unknownDepth > 0 {
      unknownDepth += 1
      return
    }
    let local = names.spelt[names.local[name]]
    if levels.isEmpty {
      let version = attributes.first { names.spelt[$0.name] == "version" }?.value
      model = models.first { $0.root == local && $0.version(version) } ?? models.first { $0.root == local } ?? model
    }
    if let parent = levels.last, parent.isOpenToAll || (isForeign && model.takesForeign) {
      unknownDepth = 1
      return
    }
    guard !isForeign, let element = model.elements[local] else {
      tell("element", "<\(names.spelt[name])> is not in \(model.name): tools drop it, or refuse the file")
      unknownDepth = 1
      return
    }
    if levels.isEmpty {
      if local != model.root { tell("element", "the root is <\(local)>, not <\(model.root)>") }
    } else {
      admit(local)
    }
    check(attributes, of: local, element, names)
    levels.append(Level(name: local, element: element, isOpenToAll: element.holdsAnything))
  }

  package func text() {
    guard unknownDepth == 0, let level = levels.last, !level.element.holdsText, !level.isOpenToAll else { return }
    tell("text", "text in <\(level.name)>, where \(model.name) has none: tools drop it")
  }

  package func end() {
    if unknownDepth > 0 {
      unknownDepth -= 1
      return
    }
    guard let level = levels.popLast(), level.step < level.element.steps.count else { return }
    for (index, step) in level.element.steps[level.step...].enumerated()
    where step.minimum > (index == 0 ? level.count : 0) {
      tell("missing", "<\(level.name)> lacks <\(step.spelt)>: strict tools refuse the file")
    }
  }

  /// After damage: only this many elements are still open.
  func resume(depth: Int) {
    unknownDepth = 0
    levels.removeLast(max(0, levels.count - depth))
    pending.removeAll()
  }

  /// Moves the parent to the step that takes the child.
  private func admit(_ child: String) {
    let parent = levels.count - 1
    let steps = levels[parent].element.steps
    var step = levels[parent].step
    var count = levels[parent].count
    while step < steps.count {
      if steps[step].elements.contains(child), count < steps[step].maximum {
        for skipped in levels[parent].step..<step
        where steps[skipped].minimum > (skipped == levels[parent].step ? levels[parent].count : 0) {
          tell("missing", "<\(levels[parent].name)> lacks <\(steps[skipped].spelt)> before <\(child)>")
        }
        levels[parent].step = step
        levels[parent].count = count + 1
        return
      }
      step += 1
      count = 0
    }
    let isMisplaced = steps.contains { $0.elements.contains(child) }
    let why = isMisplaced ? "stands too late or too often in" : "may not stand in"
    tell("place", "<\(child)> \(why) <\(levels[parent].name)>: strict tools refuse the file")
  }

  private func check(
    _ attributes: [XMLScanner.AttributeValue], of name: String, _ element: SchemaModel.Element,
    _ names: borrowing XMLNames
  ) {
    for required in element.required
    where !attributes.contains(where: { names.spelt[$0.name] == required }) {
      tell("attribute", "<\(name)> lacks \(required): strict tools refuse the file")
    }
    if element.takesAnyAttribute { return }
    for item in attributes {
      let spelt = names.spelt[item.name]
      if spelt.hasPrefix("xmlns"), spelt == "xmlns" || spelt.hasPrefix("xmlns:") {
        continue
      }
      guard let values = element.attributes[spelt] else {
        if names.prefix[item.name] >= 0, model.takesForeign { continue }
        tell("attribute", "attribute \(spelt) of <\(name)> is not in \(model.name): tools drop it")
        continue
      }
      if !values.isEmpty, !values.contains(item.value), !(values.contains("x-*") && item.value.hasPrefix("x-")) {
        let list = values.joined(separator: ", ")
        tell("value", "\(spelt)=\"\(item.value)\" of <\(name)> is none of \(list): tools ignore it")
      }
    }
  }

  private func tell(_ what: String, _ message: String) { pending.append((what, message)) }
}
