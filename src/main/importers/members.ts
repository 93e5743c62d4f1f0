import { pointerSegment } from '@shared/diagnostic'
import type { Findings } from './findings'
import { intrinsicText } from './intrinsic-text'
import { inWords, isRecord, quoted, type JsonRecord, type Place } from './json-place'
import { UnreadNames } from './unread-names'

/**
 * Reads the members of one object of a document, each by the type it must have. What has another type is reported and counts as absent;
 * what nobody read is reported by `finish`, so that nothing is lost in silence.
 */
export class Members {
  readonly record: JsonRecord
  readonly pointer: string
  /** What the object is, for messages: "the integration of GET /orders". */
  readonly label: string
  readonly findings: Findings
  private readonly unread: UnreadNames

  constructor(record: JsonRecord, pointer: string, label: string, findings: Findings) {
    this.record = record
    this.pointer = pointer
    this.label = label
    this.findings = findings
    this.unread = new UnreadNames(Object.keys(record))
  }

  has(name: string): boolean {
    return Object.hasOwn(this.record, name)
  }

  place(name: string): Place | undefined {
    if (!Object.hasOwn(this.record, name)) return undefined
    this.unread.delete(name)
    return { value: this.record[name], pointer: this.pointerOf(name) }
  }

  /** Every member, in the order of the record. */
  places(): [string, Place][] {
    this.unread.clear()
    return this.unread.names.map((name) => [
      name,
      { value: this.record[name], pointer: `${this.pointer}/${pointerSegment(name)}` },
    ])
  }

  /** A text; numbers and flags count as their text, because YAML makes them of unquoted words. Functions become text. */
  text(name: string): string | undefined {
    const place = this.place(name)
    if (!place || place.value === null) return undefined
    // Most are texts, for which no label has to be made.
    return typeof place.value === 'string' ? place.value : textAt(place, this.nameOf(name), this.findings)
  }

  /** A text that is one of a list, in any case; given as the list has it. */
  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const found = values.find((value) => value.toLowerCase() === text.toLowerCase())
    if (found === undefined) {
      this.findings.report(
        'import/value-unknown',
        'error',
        this.pointerOf(name),
        `${this.nameOf(name)} is ${quoted(text)} and left out. Use one of ${values.join(', ')}.`,
      )
    }
    return found
  }

  number(name: string, range?: { readonly min: number; readonly max: number }): number | undefined {
    const place = this.place(name)
    if (!place || place.value === null) return undefined
    const { value } = place
    const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      this.wrongType(name, place, 'a number')
      return undefined
    }
    if (!range || (number >= range.min && number <= range.max)) return number
    const message = `${this.nameOf(name)} is ${number} and left out. Use ${range.min} to ${range.max}.`
    this.findings.report('import/value-unknown', 'error', place.pointer, message)
    return undefined
  }

  flag(name: string): boolean | undefined {
    const place = this.place(name)
    if (!place || place.value === null) return undefined
    if (typeof place.value === 'boolean') return place.value
    if (place.value === 'true' || place.value === 'false') return place.value === 'true'
    this.wrongType(name, place, 'true or false')
    return undefined
  }

  members(name: string, label?: string): Members | undefined {
    const place = this.place(name)
    return place && membersAt(place, label ?? this.nameOf(name), this.findings)
  }

  list(name: string): Place[] | undefined {
    const place = this.place(name)
    if (!place || place.value === null) return undefined
    if (!Array.isArray(place.value)) {
      this.wrongType(name, place, 'a list')
      return undefined
    }
    return place.value.map((value: unknown, index) => ({ value, pointer: `${place.pointer}/${index}` }))
  }

  texts(name: string): string[] | undefined {
    return this.list(name)?.flatMap((place) =>
      typeof place.value === 'string'
        ? place.value
        : (textAt(place, `An entry of ${this.nameOf(name)}`, this.findings) ?? []),
    )
  }

  /** An object of texts, as in { "application/json": "template" }. */
  textMap(name: string): Readonly<Record<string, string>> | undefined {
    const members = this.members(name)
    if (!members) return undefined
    members.unread.clear()
    const texts: Record<string, string> = {}
    for (const key of members.unread.names) {
      const value = members.record[key]
      const text = typeof value === 'string' ? value : members.textOf(key)
      if (text !== undefined) texts[key] = text
    }
    return texts
  }

  private textOf(key: string): string | undefined {
    const place = { value: this.record[key], pointer: this.pointerOf(key) }
    return textAt(place, `${quoted(key)} of ${this.label}`, this.findings)
  }

  /** Marks documentation that a design has no place for. */
  skipDocumentation(...names: readonly string[]): void {
    for (const name of names) {
      if (this.unread.delete(name)) this.findings.tally('import/documentation-dropped', name, this.pointerOf(name))
    }
  }

  /** Marks members that need no word. */
  skip(...names: readonly string[]): void {
    for (const name of names) this.unread.delete(name)
  }

  /** Marks those members whose names are in the set; whether there were any. */
  skipAny(names: ReadonlySet<string>): boolean {
    let isAny = false
    for (const name of this.unread.left()) {
      if (!names.has(name)) continue
      this.unread.delete(name)
      isAny = true
    }
    return isAny
  }

  /** Reports a member that is understood and has no place. */
  notCarried(name: string, why: string): void {
    if (!this.unread.delete(name)) return
    this.findings.report(
      'import/not-carried',
      'warning',
      this.pointerOf(name),
      `${this.nameOf(name)} is left out: ${why}`,
    )
  }

  /** Reports every member that nobody read. */
  finish(): void {
    for (const name of this.unread.left()) {
      const isOurs = name.startsWith('x-amazon-apigateway-') || name.startsWith('x-gatewright-')
      if (name.startsWith('x-') && !isOurs) {
        this.findings.tally('import/extension-ignored', name, this.pointerOf(name))
      } else {
        const message = `${this.nameOf(name)} is left out: it has no meaning at this place that this release knows.`
        this.findings.report('import/not-carried', 'warning', this.pointerOf(name), message)
      }
    }
    this.unread.clear()
  }

  nameOf(name: string): string {
    return `"${name}" of ${this.label}`
  }

  pointerOf(name: string): string {
    return `${this.pointer}/${pointerSegment(name)}`
  }

  private wrongType(name: string, place: Place, wanted: string): void {
    reportWrongType(place, this.nameOf(name), wanted, this.findings)
  }
}

/** Opens an object; anything else is reported and gives undefined. */
export function membersAt(place: Place, label: string, findings: Findings): Members | undefined {
  if (isRecord(place.value)) return new Members(place.value, place.pointer, label, findings)
  reportWrongType(place, label, 'an object', findings)
  return undefined
}

/** The text at a place; a CloudFormation function becomes text and is reported. */
export function textAt(place: Place, label: string, findings: Findings): string | undefined {
  const { value, pointer } = place
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const intrinsic = intrinsicText(value)
  if (!intrinsic) {
    reportWrongType(place, label, 'a text', findings)
    return undefined
  }
  const message = intrinsic.isExact
    ? `${label} calls ${intrinsic.name} and is read as ${quoted(intrinsic.text)}. Replace each \${...} by the value it has once deployed.`
    : `${label} calls ${intrinsic.name}, which only a deployment can answer, and is read as ${quoted(intrinsic.text)}. Replace it by its value.`
  findings.report('import/intrinsic-approximated', intrinsic.isExact ? 'info' : 'warning', pointer, message)
  return intrinsic.text
}

/** An empty place is a warning: nothing can be lost by it. */
export function reportWrongType(place: Place, label: string, wanted: string, findings: Findings): void {
  const severity = place.value === null ? 'warning' : 'error'
  const message = `${label} is ${inWords(place.value)} and left out. It must be ${wanted}.`
  findings.report('import/wrong-type', severity, place.pointer, message)
}
