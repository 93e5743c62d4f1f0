/** What a project says about the findings of its review. */
export interface Review {
  readonly ignored: readonly IgnoredFinding[]
}

/** A finding that somebody looked at and lives with. */
export interface IgnoredFinding {
  /** Id of the rule, as in "public-route-without-authorization". */
  readonly rule: string
  /** JSON pointer into the design: the finding there and all of the rule's below it; "" for the whole project. */
  readonly pointer: string
  /** Why, for whoever comes next. */
  readonly reason: string
}
