import type { Severity } from '../diagnostic'
import type { Design } from '../design/design'

/** One thing that teams learn at the bill or at the incident, found in the design alone. */
export interface ReviewRule {
  /** "public-route-without-authorization"; its file's name. */
  readonly id: string
  /** States the harm: "Anybody can call this route". */
  readonly title: string
  /** Of its findings, unless one says something else. */
  readonly severity: Severity
  /** What it looks for. */
  readonly what: string
  /** What happens to those who leave it. */
  readonly why: string
  /** Where this is written. */
  readonly source: string
  /** All that it finds. Pure, and in the order of the design. */
  readonly find: (design: Design) => readonly Finding[]
}

/** One place that a rule is about. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string
  readonly severity: Severity
  /** Names the thing, what is wrong and what to do. */
  readonly message: string
  /** JSON pointer into the design. */
  readonly pointer: string
  /** Where one is safe. */
  readonly fix?: FindingFix
}

/** An edit after which the rule finds nothing there. */
export interface FindingFix {
  /** What it does, as undo will call it: "Turn tracing on in prod". */
  readonly label: string
  readonly apply: (design: Design) => Design
}
