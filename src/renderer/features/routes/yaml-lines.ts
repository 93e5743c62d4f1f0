/** What a CloudFormation template can hold. */
export type TemplateValue = string | number | boolean | readonly TemplateValue[] | TemplateMap
export interface TemplateMap {
  readonly [name: string]: TemplateValue | undefined
}

const PLAIN =
  /^(?![-?:,[\]{}#&*!|>'"%@`~]|(true|false|null|yes|no|on|off)$|[\d.+-])[^:#\n]*[^:#\n\s]$|^\/[\w~{}+./-]*$|^!\w+ \w+$/i

/** A value as lines of YAML block style, as in ["MethodSettings:", "  - ResourcePath: /~1orders"]. */
export function yamlLines(value: TemplateMap, indent = ''): string[] {
  return Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : memberLines(name, member, indent),
  )
}

function memberLines(name: string, value: TemplateValue, indent: string): string[] {
  const key = `${indent}${PLAIN.test(name) ? name : JSON.stringify(name)}:`
  if (typeof value !== 'object') return scalarLines(key, value, indent)
  if (isList(value))
    return value.length === 0 ? [`${key} []`] : [key, ...value.flatMap((item) => itemLines(item, `${indent}  `))]
  return [key, ...yamlLines(value, `${indent}  `)]
}

function scalarLines(key: string, value: string | number | boolean, indent: string): string[] {
  if (typeof value !== 'string' || !value.trimEnd().includes('\n')) return [`${key} ${scalar(value)}`]
  return [
    `${key} |`,
    ...value
      .trimEnd()
      .split('\n')
      .map((line) => `${indent}  ${line}`.trimEnd()),
  ]
}

function itemLines(item: TemplateValue, indent: string): string[] {
  if (typeof item !== 'object') return [`${indent}- ${scalar(item)}`]
  if (isList(item)) return [`${indent}- ${JSON.stringify(item)}`]
  const [first = '{}', ...rest] = yamlLines(item, `${indent}  `)
  return [`${indent}- ${first.trimStart()}`, ...rest]
}

function scalar(value: string | number | boolean): string {
  return typeof value !== 'string' ? String(value) : PLAIN.test(value) ? value : JSON.stringify(value)
}

function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value)
}
