// swift-tools-version: 6.2
import PackageDescription

// Measures names; a package of its own, so that nothing that is measured depends on it.
let package = Package(
  name: "names-accuracy",
  dependencies: [.package(name: "Corridor", path: "../../..")],
  targets: [
    .executableTarget(
      name: "names-accuracy", dependencies: [.product(name: "CorridorNames", package: "Corridor")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
