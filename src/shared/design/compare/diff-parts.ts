import { pointerTo } from '../../diagnostic'
import { diffJson, type JsonDifference } from '../diff-json'
import { memberName } from '../member-name'
import type { ApiChange } from './design-comparison'
import type { Part, Section } from './part'
import { secretText, valueText } from './value-text'

/** What differs between the parts of two designs, in the order of `after`; what is gone comes last among its neighbours. */
export function diffParts(before: readonly Part[], after: readonly Part[], api = ''): ApiChange[] {
  return paired(before, after).flatMap(([old, now]) => {
    const name = (now ?? old)?.api ?? api
    if (old && now) return diffPart(old, now, name)
    const part = now ?? old
    return part ? [wholePart(part, name, now !== undefined)] : []
  })
}

function diffPart(before: Part, after: Part, api: string): ApiChange[] {
  const settings = paired(before.sections, after.sections).flatMap(([old, now]) => diffSections(old, now))
  return [
    ...settings.map((setting) => ({ ...setting, api, subject: after.subject })),
    ...diffParts(before.children ?? [], after.children ?? [], api),
  ]
}

function wholePart(part: Part, api: string, isAdded: boolean): ApiChange {
  const { subject, pointer, summary } = part
  return isAdded
    ? { kind: 'added', api, subject, setting: '', ...(summary && { after: summary }), afterPointer: pointer }
    : { kind: 'removed', api, subject, setting: '', ...(summary && { before: summary }), beforePointer: pointer }
}

type SettingChange = Omit<ApiChange, 'api' | 'subject'>

function diffSections(before: Section | undefined, after: Section | undefined): SettingChange[] {
  const differences = diffJson(before?.value, after?.value)
  return differences
    .filter((difference) => !isInherited(difference, before, after))
    .map((difference) => settingChange(difference, before, after))
}

/** Whether a side says what the other has without saying it, or what itself would have. */
function isInherited({ path, before, after }: JsonDifference, old?: Section, now?: Section): boolean {
  const inherited = [inheritedAt(path, old), inheritedAt(path, now)]
  if (before === undefined) return inherited.includes(after)
  return after === undefined && inherited.includes(before)
}

/** A side that says nothing has what it inherits: it is shown, though there is no place for it. */
function settingChange(
  { path, before, after }: JsonDifference,
  old: Section | undefined,
  now: Section | undefined,
): SettingChange {
  const section = now ?? old
  const [first, last] = [before ?? inheritedAt(path, old), after ?? inheritedAt(path, now)]
  const text = section?.isSecret === true ? secretText : valueText
  return {
    kind: first === undefined ? 'added' : last === undefined ? 'removed' : 'changed',
    setting: memberName([...(section?.path ?? []), ...path]),
    ...(first !== undefined && { before: text(first) }),
    ...(last !== undefined && { after: text(last) }),
    ...(before !== undefined && { beforePointer: `${old?.pointer}${pointerTo(path)}` }),
    ...(after !== undefined && { afterPointer: `${now?.pointer}${pointerTo(path)}` }),
  }
}

function inheritedAt([name, ...rest]: JsonDifference['path'], section: Section | undefined): unknown {
  const { inherited } = section ?? {}
  if (typeof name !== 'string' || rest.length > 0 || inherited === undefined) return undefined
  return Object.hasOwn(inherited, name) ? inherited[name] : undefined
}

/** Items with the same key side by side; several of one key in their order. */
function paired<Item extends { readonly key: string }>(
  before: readonly Item[],
  after: readonly Item[],
): [Item | undefined, Item | undefined][] {
  const waiting = new Map<string, Item[]>()
  for (const item of before) waiting.set(item.key, [...(waiting.get(item.key) ?? []), item])
  const pairs = after.map((item): [Item | undefined, Item | undefined] => [waiting.get(item.key)?.shift(), item])
  const gone = [...waiting.values()].flat()
  return [...pairs, ...gone.map((item): [Item | undefined, Item | undefined] => [item, undefined])]
}
