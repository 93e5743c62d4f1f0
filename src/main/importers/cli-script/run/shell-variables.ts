import type { ImportParameter } from '@shared/contract/import-report'
import { idFrom } from '@shared/design/id-from'
import type { AccountPlace } from './made-up-answer'

/** What a script's variables hold. One that it never sets must come from outside: a person is asked for it, as for a template's parameter. */
export class ShellVariables {
  private readonly values = new Map<string, string>()
  private readonly outside = new Map<string, ImportParameter>()

  constructor(
    private readonly given: Readonly<Record<string, string>>,
    private readonly place: () => AccountPlace,
  ) {}

  set(name: string, value: string): void {
    this.values.set(name, value)
  }

  unset(name: string): void {
    this.values.delete(name)
  }

  /** What the script has set, or a person has given; undefined for anything else. */
  known(name: string): string | undefined {
    const own = this.values.get(name)
    if (own !== undefined) return own
    if (!Object.hasOwn(this.given, name)) return undefined
    const value = this.given[name] ?? ''
    this.note({ name, type: 'String', value, source: 'given' })
    return value
  }

  /** The value of a variable that may be unset, with what stands behind `:-`. */
  withDefault(name: string, fallback: string): string {
    const known = this.known(name)
    if (known !== undefined) return known
    this.note({ name, type: 'String', value: fallback, source: 'default' })
    return fallback
  }

  /** A value for a variable that nobody has set. `isNew`: it was not asked for before. */
  madeUp(name: string): { readonly value: string; readonly isNew: boolean } {
    const before = this.outside.get(name)
    if (before?.source === 'asked') return { value: before.value, isNew: false }
    const value = valueFor(name, this.place())
    this.note({ name, type: 'String', value, source: 'asked' })
    return { value, isNew: true }
  }

  /** The variable that a text was made up for; undefined when it comes from anywhere else. */
  madeUpFor(value: string): string | undefined {
    return [...this.outside.values()].find((each) => each.source === 'asked' && each.value === value)?.name
  }

  /** Every variable that came from outside, in the order they were asked for. */
  parameters(): readonly ImportParameter[] {
    return [...this.outside.values()]
  }

  private note(parameter: ImportParameter): void {
    if (!this.outside.has(parameter.name)) this.outside.set(parameter.name, parameter)
  }
}

/** Something that looks like what the name asks for. */
function valueFor(name: string, { region, accountId }: AccountPlace): string {
  const words = name.toLowerCase().replaceAll('_', '-')
  if (/region/.test(words)) return region
  if (/account/.test(words)) return accountId
  if (/(role|policy).*arn|arn.*role/.test(words))
    return `arn:aws:iam::${accountId}:role/${words.replace(/-?arn-?/, '') || 'role'}`
  if (/cert.*arn/.test(words)) return `arn:aws:acm:${region}:${accountId}:certificate/${idFrom(name, 12)}`
  if (/pool.*arn/.test(words)) return `arn:aws:cognito-idp:${region}:${accountId}:userpool/${region}_${idFrom(name, 9)}`
  if (/arn/.test(words))
    return `arn:aws:lambda:${region}:${accountId}:function:${words.replace(/-?arn-?/, '') || 'function'}`
  return words
}
