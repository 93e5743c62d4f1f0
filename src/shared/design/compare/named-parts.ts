import { pointerTo } from '../../diagnostic'
import { canonicalText } from './canonical-text'
import { labelItems, pairItems, type Labels, type Sides } from './pair-items'
import { settingsSection, type Part } from './part'
import { withoutDefaults } from './without-defaults'

type Things = Readonly<Record<string, object>>

/** How the things of a record compare: what they are, and what AWS fills in. */
export interface RecordSettings {
  settingsOf(thing: object): object
  defaultsOf(thing: object): Readonly<Record<string, unknown>>
}

/** Names of the things in a record, those of `before` as in `after`: paired by name, then by having the same content. */
export function recordNames(
  before: Things,
  after: Things,
  { settingsOf, defaultsOf }: RecordSettings,
): Sides<Labels<string>> {
  const [old, now] = [entriesOf(before), entriesOf(after)]
  const pairs = pairItems(old, now, [
    (entry) => entry.name,
    (entry) => canonicalText(withoutDefaults(settingsOf(entry.thing), defaultsOf(entry.thing))),
  ])
  const labels = labelItems(old, now, pairs, (entry) => entry.name)
  return { before: byName(labels.before), after: byName(labels.after) }
}

interface Entry {
  readonly name: string
  readonly thing: object
}

function entriesOf(things: Things): Entry[] {
  return Object.entries(things).map(([name, thing]) => ({ name, thing }))
}

function byName(labels: Labels<Entry>): Labels<string> {
  return new Map([...labels].map(([{ name }, label]) => [name, label]))
}

/** A part for each thing of a record. Its name is a setting of it: one that was renamed is the same thing. */
export function recordParts(
  things: Things,
  { label, pointer, names }: { readonly label: string; readonly pointer: string; readonly names?: Labels<string> },
  { settingsOf, defaultsOf }: RecordSettings,
): Part[] {
  return Object.entries(things).map(([name, thing]) => ({
    key: `${label} ${names?.get(name) ?? name}`,
    subject: `${label} ${name}`,
    pointer: pointer + pointerTo([name]),
    sections: [
      settingsSection(pointer + pointerTo([name]), settingsOf(thing), defaultsOf(thing)),
      { key: 'name', path: ['name'], pointer: pointer + pointerTo([name]), value: name },
    ],
  }))
}
