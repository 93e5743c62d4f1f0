import { mappedText, type MappedValue } from './mapped-value'

/** What every mapping may speak of. */
export interface MappingScope {
  readonly context: Readonly<Record<string, unknown>>
  readonly stageVariables: Readonly<Record<string, string>>
}

/**
 * `'literal'`, `stageVariables.N` and `context.N`, of which only texts map; undefined for any other expression.
 * Source: rest-api.md 9.5, 9.7 and 10.5.
 */
export function evaluateCommon(expression: string, { context, stageVariables }: MappingScope): MappedValue | undefined {
  if (expression.length >= 2 && expression.startsWith("'") && expression.endsWith("'")) {
    const value = expression.slice(1, -1)
    return { kind: 'value', value, values: [value] }
  }
  const [, stageVariable] = /^stageVariables\.(.+)$/.exec(expression) ?? []
  if (stageVariable !== undefined) return mappedText(textOf(ownMember(stageVariables, stageVariable)))
  const [, path] = /^context\.(.+)$/.exec(expression) ?? []
  if (path === undefined) return undefined
  return mappedText(textOf(path.split('.').reduce<unknown>(ownMember, context)))
}

function ownMember(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
