import type { TemplateObject, TemplateValue } from './template-document'

/** The functions of CloudFormation in their long form. */
export function ref(logicalId: string): TemplateObject {
  return { Ref: logicalId }
}

export function getAtt(logicalId: string, attribute: string): TemplateObject {
  return { 'Fn::GetAtt': [logicalId, attribute] }
}

/** A text in which `${Name}` stands for a reference; what is literal must have gone through `literal`. A lone reference is a Ref. */
export function sub(text: string): TemplateValue {
  const lone = /^\$\{([A-Za-z0-9:]+)\}$/.exec(text)?.[1]
  if (lone !== undefined) return ref(lone)
  return text.includes('${') ? { 'Fn::Sub': text } : text
}

/** A text that `sub` leaves as it is: `${x}` is written `${!x}`. Source: CloudFormation User Guide, "Fn::Sub". */
export function literal(text: string): string {
  return text.replaceAll('${', '${!')
}

export function join(separator: string, parts: readonly TemplateValue[]): TemplateObject {
  return { 'Fn::Join': [separator, parts] }
}

/** Properties without those that are undefined. What a design holds is JSON already. */
export function properties(members: Readonly<Record<string, unknown>>): TemplateObject {
  const present = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as TemplateObject
}

/** A map of the design as properties; undefined when it is absent or has nothing in it. */
export function filled<V>(map: Readonly<Record<string, V>> | undefined): Readonly<Record<string, V>> | undefined {
  return map && Object.keys(map).length > 0 ? map : undefined
}

/** A list as properties; undefined when it is absent or has nothing in it. */
export function some<V>(list: readonly V[] | undefined): readonly V[] | undefined {
  return list && list.length > 0 ? list : undefined
}

/** { team: "shop" } -> [{ Key: "team", Value: "shop" }]: how the resources of REST APIs take tags. */
export function tagList(tags: Readonly<Record<string, string>> | undefined): readonly TemplateObject[] | undefined {
  return some(Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value })))
}

/** The member for which CloudFormation would take an object with these names for a function; undefined for a plain object. */
export function functionTakenFor(names: readonly string[]): string | undefined {
  const [name] = names
  const isFunction = name !== undefined && (name === 'Ref' || name.startsWith('Fn::'))
  return names.length === 1 && isFunction ? name : undefined
}
