import { withoutDefaults } from './without-defaults'

/** One thing of a design, made ready to be compared: defaults left out, references by name, what has no order in one order. */
export interface Part {
  /** Pairs it with the part of the other design that has the same key, below the same parent. */
  readonly key: string
  /** Name of the API it belongs to; that of its parent when absent. */
  readonly api?: string
  /** "POST /orders", "Stage prod". */
  readonly subject: string
  readonly pointer: string
  /** The whole in a few words, for when it came or went. */
  readonly summary?: string
  readonly sections: readonly Section[]
  /** Compared when both designs have this part: what came or went whole is one change. */
  readonly children?: readonly Part[]
}

/** A place of the design whose members are settings of a part. */
export interface Section {
  /** Pairs it within its part. */
  readonly key: string
  /** How its settings begin, as in ["integration"]. */
  readonly path: readonly (string | number)[]
  readonly pointer: string
  readonly value: unknown
  /** What applies where `value` has no such member: a member on one side only that says the same is no change. */
  readonly inherited?: Readonly<Record<string, unknown>>
  /** Shown as its end only. */
  readonly isSecret?: boolean
}

/** The part's own members: the settings have no prefix. */
export function ownSection(pointer: string, value: unknown, more: Partial<Section> = {}): Section {
  return { key: '', path: [], pointer, value, ...more }
}

/** The part's own members but those that say nothing. What is left out has the default, and is shown with it. */
export function settingsSection(
  pointer: string,
  thing: object,
  defaults: Readonly<Record<string, unknown>> = {},
  more: Partial<Section> = {},
): Section {
  return ownSection(pointer, withoutDefaults(thing, defaults), { inherited: defaults, ...more })
}

/** One member of the part, with a place of its own. */
export function memberSection(pointer: string, name: string, value: unknown, more: Partial<Section> = {}): Section {
  return { key: name, path: [name], pointer, value, ...more }
}
