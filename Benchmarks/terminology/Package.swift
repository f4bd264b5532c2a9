// swift-tools-version: 6.2
import PackageDescription

// Measures term recognition; a package of its own, so that nothing that is measured depends on it.
let package = Package(
  name: "terminology-bench",
  dependencies: [.package(name: "Corridor", path: "../..")],
  targets: [
    .executableTarget(
      name: "terminology-bench", dependencies: [.product(name: "Corridor", package: "Corridor")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
