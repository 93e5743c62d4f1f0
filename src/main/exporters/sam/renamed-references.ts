import type { TemplateValue } from '../cloudformation/template-document'

/** What stands for a name of a template in another: "OrdersApi.Stage", or an attribute as "CreateOrderFunction.Arn". */
export interface Renamed {
  readonly to: string
  /** Whether `to` is an attribute, which Fn::GetAtt reads; else Ref does. */
  readonly isAttribute: boolean
}

/** A value with every Ref and Fn::Sub of a renamed thing changed. Attributes of renamed things are not asked for. */
export function renameReferences(value: TemplateValue, renamed: ReadonlyMap<string, Renamed>): TemplateValue {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as readonly TemplateValue[]).map((item) => renameReferences(item, renamed))
  const entries = Object.entries(value) as [string, TemplateValue][]
  const [name, argument] = entries[0] ?? []
  if (entries.length === 1 && name === 'Ref' && typeof argument === 'string') return renamedRef(argument, renamed)
  if (entries.length === 1 && name === 'Fn::Sub') return { 'Fn::Sub': renamedSub(argument ?? '', renamed) }
  return Object.fromEntries(entries.map(([member, each]) => [member, renameReferences(each, renamed)]))
}

function renamedRef(name: string, renamed: ReadonlyMap<string, Renamed>): TemplateValue {
  const other = renamed.get(name)
  if (other === undefined) return { Ref: name }
  return other.isAttribute ? { 'Fn::GetAtt': other.to.split('.') } : { Ref: other.to }
}

/** In a text both kinds look the same: "${OrdersApi.Stage}", "${CreateOrderFunction.Arn}". Names with values of their own stay. */
function renamedSub(argument: TemplateValue, renamed: ReadonlyMap<string, Renamed>): TemplateValue {
  const [text, values] = Array.isArray(argument) ? (argument as readonly TemplateValue[]) : [argument]
  const own = typeof values === 'object' && values !== null ? values : {}
  if (typeof text !== 'string') return argument
  const changed = text.replaceAll(/\$\{([A-Za-z0-9]+)\}/g, (whole, name: string) => {
    const other = Object.hasOwn(own, name) ? undefined : renamed.get(name)
    return other === undefined ? whole : `\${${other.to}}`
  })
  return values === undefined ? changed : [changed, renameReferences(values, renamed)]
}
