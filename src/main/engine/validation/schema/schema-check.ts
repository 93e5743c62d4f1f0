import type { JsonSchema } from '@shared/design/model'

/** Whether a value is valid. What is wrong is said to `run`, unless nobody asks. */
export type Check = (value: unknown, run: ValidationRun) => boolean

/**
 * Checks inside checks; beyond it a value is refused rather than the stack used up. Reached only by documents nested hundreds of levels
 * deep, or by schemas that refer to each other in very long chains.
 */
const MAX_NESTING = 1_500

/** References followed for one document: far more than a document of 10 MB needs, and an end to schemas that multiply. */
const MAX_REFERENCES = 10_000_000

/** One value being validated. */
export class ValidationRun {
  /** How many levels of arrays and objects were entered to come to the value looked at. */
  depth = 0
  private nesting = 0
  private references = 0
  private hasGivenUp = false

  /** Where messages go; null while only the answer counts. */
  constructor(private errors: string[] | null) {}

  get collectsErrors(): boolean {
    return this.errors !== null
  }

  /** Always false, so that a check can return it. The message is only made when it is wanted. */
  fail(message: () => string): false {
    this.errors?.push(message())
    return false
  }

  /** The answer of a check without its messages. */
  holds(check: Check, value: unknown): boolean {
    const { errors } = this
    this.errors = null
    const isValid = check(value, this)
    this.errors = errors
    return isValid
  }

  /** A check of something inside the value looked at. */
  inside(check: Check, value: unknown): boolean {
    this.depth++
    const isValid = check(value, this)
    this.depth--
    return isValid
  }

  /** A check that may stand inside others without an end in sight. */
  nested(check: Check, value: unknown): boolean {
    if (this.nesting >= MAX_NESTING || this.references > MAX_REFERENCES) return this.giveUp()
    this.nesting++
    const isValid = check(value, this)
    this.nesting--
    return isValid
  }

  countReference(): void {
    this.references++
  }

  /** Whether the answer is worth nothing because the checks went too deep or too far. */
  get isStopped(): boolean {
    return this.hasGivenUp
  }

  private giveUp(): false {
    this.hasGivenUp = true
    return false
  }
}

/** What a keyword needs to know to become a check. */
export interface SchemaScope {
  readonly schema: JsonSchema
  /** The check of a schema inside this one. Null, with a problem noted, when it is not a schema. */
  compile(schema: unknown, place: string): Check | null
  /** Say that a keyword cannot be used as it stands; it is then ignored. */
  report(problem: string): void
}

/**
 * The checks of a group of keywords: those of the value itself, and those of what is inside it, which are only asked when the former
 * hold.
 */
export interface KeywordChecks {
  readonly own?: readonly (Check | null)[]
  readonly inner?: readonly (Check | null)[]
}

/** Values in messages are cut after so many characters. */
const MAX_SHOWN = 500

/** A value as messages show it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text
}
